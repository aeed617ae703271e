using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Desks.Webim;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>Who may speak, in both directions.</summary>
public sealed class WebimAccessTests
{
    [Theory]
    [InlineData("Authorization", "Token callback-secret-of-the-tests")]
    [InlineData("Authorization", "Bearer callback-secret-of-the-tests")]
    [InlineData("Authorization", "Basic d2ViaW06Y2FsbGJhY2stc2VjcmV0LW9mLXRoZS10ZXN0cw==")]
    public void The_secret_may_stand_in_the_header_in_any_of_its_usual_forms(string header, string value) =>
        IsAuthentic(WebimUnderTest.Contract(), new() { [header] = value }, []).ShouldBeTrue();

    [Fact]
    public void The_secret_may_stand_in_the_query() =>
        IsAuthentic(WebimUnderTest.Contract(), [], new() { ["token"] = WebimUnderTest.Secret }).ShouldBeTrue();

    [Theory]
    [InlineData("Authorization", "Token wrong")]
    [InlineData("Authorization", "callback-secret-of-the-tests")]
    [InlineData("Authorization", "Basic !!!")]
    [InlineData("Authorization", "Basic d2ViaW06d3Jvbmc=")]
    [InlineData("X-Token", "callback-secret-of-the-tests")]
    public void Anything_else_is_nobody(string header, string value) =>
        IsAuthentic(WebimUnderTest.Contract(), new() { [header] = value }, []).ShouldBeFalse();

    [Fact]
    public void Only_the_forms_that_are_set_count()
    {
        var contract = WebimUnderTest.Contract((WebimSettings.CallbackAuth, new[] { "header:X-Key={callbackSecret}" }));

        IsAuthentic(contract, new() { ["X-Key"] = WebimUnderTest.Secret }, []).ShouldBeTrue();
        IsAuthentic(contract, [], new() { ["token"] = WebimUnderTest.Secret }).ShouldBeFalse();
    }

    [Fact]
    public void Where_a_signature_is_to_come_the_secret_alone_is_not_enough()
    {
        var contract = WebimUnderTest.Contract((WebimSettings.CallbackHmacHeader, "X-Signature"));
        var signature = WebimSignatures.OfCallback(WebimUnderTest.Secret, "{}"u8);

        IsAuthentic(contract, new() { ["X-Signature"] = signature.ToUpperInvariant() }, []).ShouldBeTrue();
        IsAuthentic(contract, new() { ["Authorization"] = $"Token {WebimUnderTest.Secret}" }, []).ShouldBeFalse();
    }

    [Theory]
    [InlineData("header:X-Key=Key {accessToken}", "X-Key", "Key wbm-token-of-the-tests")]
    [InlineData("header:Authorization=Token {accessToken}", "Authorization", "Token wbm-token-of-the-tests")]
    public void Our_token_goes_into_the_header_that_is_set(string auth, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://demo.webim.example/send");

        WebimAccess.Authorize(WebimUnderTest.Contract((WebimSettings.Auth, auth)), request, []);

        request.Headers.GetValues(header).ShouldBe([value]);
    }

    [Fact]
    public void Our_token_goes_into_the_query_or_the_body_where_that_is_set()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, "https://demo.webim.example/send?a=1");
        using var posted = new HttpRequestMessage(HttpMethod.Post, "https://demo.webim.example/send");
        var body = new JsonObject();

        WebimAccess.Authorize(WebimUnderTest.Contract((WebimSettings.Auth, "query:key")), asked, body);
        WebimAccess.Authorize(WebimUnderTest.Contract((WebimSettings.Auth, "body:auth.key")), posted, body);

        asked.RequestUri!.Query.ShouldBe("?a=1&key=wbm-token-of-the-tests");
        ((string?)body["auth"]!["key"]).ShouldBe("wbm-token-of-the-tests");
    }

    private static bool IsAuthentic(WebimContract contract, Dictionary<string, string> headers, Dictionary<string, string> query) =>
        WebimAccess.IsAuthentic(contract, new WebhookRequest(Encoding.UTF8.GetBytes("{}"), headers, query, DateTimeOffset.UnixEpoch));
}

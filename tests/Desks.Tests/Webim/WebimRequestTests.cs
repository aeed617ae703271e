using System.Text.Json.Nodes;
using Rozmova.Desks.Webim;

namespace Rozmova.Desks.Tests.Webim;

/// <summary>The bodies we post.</summary>
public sealed class WebimRequestTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1717000000);
    private static readonly Dictionary<string, string> Fields = new() { ["id"] = "tg-1001", ["display_name"] = "Покупець" };

    [Fact]
    public void A_message_is_posted_as_the_documentation_has_it() =>
        Post().ToJsonString(Plain).ShouldBe(
            """{"visitor_id":"tg-1001","visitor":{"fields":{"id":"tg-1001","display_name":"Покупець"}},"message":{"id":"m"}}""");

    [Fact]
    public void Every_name_can_be_another()
    {
        var body = Post(
            (WebimSettings.VisitorIdField, "user.external"), (WebimSettings.FieldsField, "user.info"), (WebimSettings.MessageField, "msg"));

        body.ToJsonString(Plain).ShouldBe(
            """{"user":{"external":"tg-1001","info":{"id":"tg-1001","display_name":"Покупець"}},"msg":{"id":"m"}}""");
    }

    [Fact]
    public void Signed_fields_stand_beside_their_sum_and_the_moment_until_which_it_holds()
    {
        var visitor = Post((WebimSettings.SignVisitorFields, true), (WebimSettings.PrivateKey, "key"))["visitor"]!;

        ((long)visitor["expires"]!).ShouldBe(1717003600);
        ((string?)visitor["hash"]).ShouldBe(WebimSignatures.OfFields(Fields, 1717003600, "key", hmac: true));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Post(params (string, object)[] settings) => WebimRequests.Message(
        WebimUnderTest.Contract(settings), "tg-1001", Fields, new JsonObject { ["id"] = "m" }, Now);
}

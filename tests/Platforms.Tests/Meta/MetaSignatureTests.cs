using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.Tests.Meta;

public sealed class MetaSignatureTests
{
    private const string Secret = "2b7e151628aed2a6abf7158809cf4f3c";

    private const string Plain = """
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340001","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100200","phone_number_id":"106540352240001"},"contacts":[{"profile":{"name":"Sample User"},"wa_id":"380501112233"}],"messages":[{"from":"380501112233","id":"wamid.TEST0001","timestamp":"1767225600","type":"text","text":{"body":"hello"}}]}}]}]}
        """;

    private const string Escaped = """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550100200","phone_number_id":"106540352240001"},"messages":[{"from":"380501112233","id":"wamid.TEST0002","timestamp":"1767225601","type":"text","text":{"body":"\u041f\u0440\u0438\u0432\u0456\u0442 \/ ok"}}]}}]}]}
        """;

    private const string Page = """
        {"object":"page","entry":[{"id":"104000000000001","time":1767225600456,"messaging":[{"sender":{"id":"7000000000000001"},"recipient":{"id":"104000000000001"},"timestamp":1767225600123,"message":{"mid":"m_TEST0001","text":"\u041f\u0440\u0438\u0432\u0456\u0442"}}]}]}
        """;

    private const string PlainSignature = "sha256=9c06a2fdf16f5b62de476218ea7b1b0435580fbd44123361267106f26fbf40ee";

    [Theory]
    [InlineData(Plain, 426, PlainSignature)]
    [InlineData(Escaped, 378, "sha256=1d7a60a1f860016a750a8f36e0b0bbd57adce68caf2d43398c6f1b7450bc8114")]
    [InlineData(Page, 264, "sha256=8b7c2c3289827bd56894b65bee504ecfff71281f2df9c13292b7e70006b9eb59")]
    public void What_Meta_signed_is_authentic(string body, int length, string signature)
    {
        Encoding.UTF8.GetByteCount(body).ShouldBe(length);

        MetaSignature.Matches(Secret, Request(body, signature)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Escaped, "sha256=d4a5bd70ffce7954896e03b516531f9df07ff55d1fd99b88705db2cb68e8fb8f")]
    [InlineData(Page, "sha256=5eb2120bc13f64bc21688d91b1b2457ba5685750b8530fb84390b967343a7737")]
    public void A_signature_over_the_same_json_written_otherwise_is_not(string body, string signature) =>
        MetaSignature.Matches(Secret, Request(body, signature)).ShouldBeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("9c06a2fdf16f5b62de476218ea7b1b0435580fbd44123361267106f26fbf40ee")]
    [InlineData("sha256=9c06a2fdf16f5b62de476218ea7b1b0435580fbd44123361267106f26fbf40ef")]
    [InlineData("sha256=9c06a2fdf16f5b62de476218ea7b1b0435580fbd44123361267106f26fbf40ee00")]
    [InlineData("sha256=zz06a2fdf16f5b62de476218ea7b1b0435580fbd44123361267106f26fbf40ee")]
    [InlineData("sha1=2064efdfc3f82c48803f53fd8005911bfd4324d7")]
    public void Anything_else_in_the_header_is_not(string? signature) =>
        MetaSignature.Matches(Secret, Request(Plain, signature)).ShouldBeFalse();

    [Fact]
    public void The_old_header_alone_proves_nothing()
    {
        var request = Request(Page, "sha1=2064efdfc3f82c48803f53fd8005911bfd4324d7", "X-Hub-Signature");

        MetaSignature.Matches(Secret, request).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("another")]
    public void A_channel_without_this_secret_accepts_nothing(string? secret) =>
        MetaSignature.Matches(secret, Request(Plain, PlainSignature)).ShouldBeFalse();

    private static WebhookRequest Request(string body, string? signature, string header = MetaSignature.Header)
    {
        Dictionary<string, string> headers = signature is null ? [] : new() { [header] = signature };
        return new WebhookRequest(
            Encoding.UTF8.GetBytes(body), headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch);
    }
}

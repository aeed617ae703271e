using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.WeChat;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>Who may ask whether an address is ours, and who may push.</summary>
public sealed class WeChatVerificationTests
{
    private const string Plain = "<xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><MsgId>1</MsgId></xml>";

    [Theory]
    [InlineData("AAAAA", "1714037059", "486452656", "899cf89e464efb63f54ddac96b0a0a235f53aa78")]
    [InlineData("OmniHubToken01", "1717000000", "804532196", "19e6e8e4f3430aab64ae11d8e1884fad3899157e")]
    [InlineData("wxTok", "1717000000", "Zq81", "cfbb09104063bb81b02111291c323fad22bf021e")]
    [InlineData("wxTok", "1717000000", "aq81", "2cb27c850804099c5be3f265319f21d9e8f588bf")]
    [InlineData("Wxtok", "1717000000", "_x9", "7df184855d8e76f7ab27fe34424b2e8e19eab39f")]
    public async Task WeChats_question_is_answered_with_its_own_text(string token, string timestamp, string nonce, string signature)
    {
        await using var wechat = new WeChatUnderTest();
        var channel = wechat.ChannelWith(new() { ["token"] = token });

        wechat.Platform.AnswerVerification(channel, Query(signature, timestamp, nonce)).ShouldBe("4375120948345356249");
        wechat.Platform.IsAuthentic(channel, Push(Plain, signature, timestamp, nonce)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("wxTok", "1717000000", "Zq81", "2984895609d6333ca8057088fbf826ec0dae8738")] // sorted by culture
    [InlineData("Wxtok", "1717000000", "_x9", "38f043d5da04955720ae51c6b8beedcf21071ca6")] // likewise
    [InlineData("OmniHubToken01", "1717000000", "804532196", "b54f2193a5e36454e7190288edb370bea580b7b3")] // not sorted
    [InlineData("OmniHubToken01", "1717000000", "804532196", "19E6E8E4F3430AAB64AE11D8E1884FAD3899157E")]
    [InlineData("OmniHubToken01", "1717000001", "804532196", "19e6e8e4f3430aab64ae11d8e1884fad3899157e")]
    [InlineData("OmniHubToken01", "1717000000", "804532197", "19e6e8e4f3430aab64ae11d8e1884fad3899157e")]
    [InlineData("another", "1717000000", "804532196", "19e6e8e4f3430aab64ae11d8e1884fad3899157e")]
    [InlineData("OmniHubToken01", "1717000000", "804532196", "")]
    public async Task A_strangers_is_not(string token, string timestamp, string nonce, string signature)
    {
        await using var wechat = new WeChatUnderTest();
        var channel = wechat.ChannelWith(new() { ["token"] = token });

        wechat.Platform.AnswerVerification(channel, Query(signature, timestamp, nonce)).ShouldBeNull();
        wechat.Platform.IsAuthentic(channel, Push(Plain, signature, timestamp, nonce)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("signature")]
    [InlineData("timestamp")]
    [InlineData("nonce")]
    [InlineData("echostr")]
    public async Task A_question_that_lacks_a_part_is_not_answered(string missing)
    {
        await using var wechat = new WeChatUnderTest();
        var query = Query("19e6e8e4f3430aab64ae11d8e1884fad3899157e", "1717000000", "804532196");
        query.Remove(missing);

        wechat.Platform.AnswerVerification(wechat.Channel, query).ShouldBeNull();
    }

    [Fact]
    public async Task A_question_that_came_encrypted_is_answered_in_the_clear()
    {
        await using var wechat = new WeChatUnderTest();
        Dictionary<string, string> query = new()
        {
            ["msg_signature"] = Vector.Inbound.Signature,
            ["timestamp"] = Vector.Inbound.Timestamp,
            ["nonce"] = Vector.Inbound.Nonce,
            ["echostr"] = Vector.Inbound.Encrypted,
        };

        wechat.Platform.AnswerVerification(wechat.Channel, query).ShouldBe(Vector.Inbound.Message);
    }

    [Theory]
    [MemberData(nameof(Vector.Names), MemberType = typeof(Vector))]
    public async Task An_encrypted_push_is_verified_by_what_it_holds(string name)
    {
        await using var wechat = new WeChatUnderTest();
        var vector = Vector.Named(name);

        wechat.Platform.IsAuthentic(wechat.Channel, Encrypted(vector, vector.Body)).ShouldBeTrue();
        wechat.Platform.IsAuthentic(wechat.Channel, Encrypted(vector, vector.Body.Replace("==", "", StringComparison.Ordinal)
            .Replace(vector.Encrypted[..8], "AAAAAAAA", StringComparison.Ordinal))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_signature_of_the_query_does_not_open_the_door_to_an_encrypted_push()
    {
        await using var wechat = new WeChatUnderTest();
        var request = WeChatUnderTest.Request(
            Vector.Inbound.Body,
            ("encrypt_type", "aes"),
            ("signature", "4467941fed9a7916a0f395cf4ddb08bf18e3cb0f"),
            ("timestamp", Vector.Inbound.Timestamp),
            ("nonce", Vector.Inbound.Nonce));

        wechat.Platform.IsAuthentic(wechat.Channel, request).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml></xml>")]
    [InlineData("<xml><Encrypt>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>")]
    public async Task An_encrypted_push_without_anything_to_sign_is_refused(string body)
    {
        await using var wechat = new WeChatUnderTest();

        wechat.Platform.IsAuthentic(wechat.Channel, Encrypted(Vector.Inbound, body)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_channel_without_a_token_accepts_nothing()
    {
        await using var wechat = new WeChatUnderTest();
        var channel = wechat.ChannelWith(new() { ["token"] = null });
        var signature = WeChatSignature.Of("", "1717000000", "804532196");

        wechat.Platform.IsAuthentic(channel, Push(Plain, signature, "1717000000", "804532196")).ShouldBeFalse();
        wechat.Platform.AnswerVerification(channel, Query(signature, "1717000000", "804532196")).ShouldBeNull();
    }

    private static Dictionary<string, string> Query(string signature, string timestamp, string nonce) => new()
    {
        ["signature"] = signature,
        ["timestamp"] = timestamp,
        ["nonce"] = nonce,
        ["echostr"] = "4375120948345356249",
    };

    private static WebhookRequest Push(string body, string signature, string timestamp, string nonce) => WeChatUnderTest.Request(
        body, ("signature", signature), ("timestamp", timestamp), ("nonce", nonce), ("openid", "o1"));

    private static WebhookRequest Encrypted(Vector vector, string body) => WeChatUnderTest.Request(
        body,
        ("encrypt_type", "aes"),
        ("msg_signature", vector.Signature),
        ("timestamp", vector.Timestamp),
        ("nonce", vector.Nonce));
}

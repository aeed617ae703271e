using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>Whatever comes, reading ends in events or in quarantine, and never leaves this machine.</summary>
public sealed class WeChatInboundGarbageTests : IAsyncDisposable
{
    private const string Bomb = """
        <!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><Content>&c;</Content><MsgId>1</MsgId></xml>
        """;

    private const string Xxe = """
        <!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]>
        <xml><FromUserName>o1</FromUserName><MsgType>text</MsgType><Content>&e;</Content><MsgId>1</MsgId></xml>
        """;

    private readonly WeChatUnderTest _wechat = new();

    public ValueTask DisposeAsync() => _wechat.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("hello")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"FromUserName\":\"\\ud800\"}")]
    [InlineData("<xml>")]
    [InlineData("<xml></xml>")]
    [InlineData("<xml><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><FromUserName>o1</FromUserName></xml>")]
    [InlineData("<xml><FromUserName>o1</FromUserName><MsgType>event</MsgType></xml>")]
    [InlineData("<xml><FromUserName>o1</FromUserName><MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event></xml>")]
    [InlineData("<xml><FromUserName>&nbsp;</FromUserName><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><Encrypt>AAAA</Encrypt></xml>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-32\"?><xml></xml>")]
    [InlineData(Bomb)]
    [InlineData(Xxe)]
    public void It_is_quarantined_with_a_reason(string body) =>
        Should.Throw<UnreadableWebhookException>(() => _wechat.Read(body)).InnerException.ShouldBeNull();

    [Fact]
    public void Bytes_that_are_no_text_are_quarantined()
    {
        byte[] body = [.. "<xml><FromUserName>"u8, 0xFF, 0xFE, 0x80, .. "</FromUserName><MsgType>text</MsgType></xml>"u8];

        Should.Throw<UnreadableWebhookException>(() => _wechat.Platform.Read(_wechat.Channel, body));
    }

    [Fact]
    public void A_sender_whose_id_is_longer_than_any_key_is_quarantined() => Should.Throw<UnreadableWebhookException>(
        () => _wechat.Read($"<xml><FromUserName>{new string('o', 256)}</FromUserName><MsgType>text</MsgType></xml>"));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public void A_time_that_does_not_exist_is_no_time(string time) =>
        _wechat.Read($"<xml><FromUserName>o1</FromUserName><CreateTime>{time}</CreateTime><MsgType>text</MsgType><MsgId>1</MsgId></xml>")
            .ShouldHaveSingleItem().ShouldBeOfType<Messaging.InboundEvent.MessageReceived>().SentAt.ShouldBeNull();

    [Fact]
    public void No_cut_or_broken_push_throws_anything_but_that()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(Vector.Inbound.Message);
        for (var index = 0; index < whole.Length; index++)
        {
            Read(whole[..index]);
            var broken = whole.ToArray();
            broken[index] ^= 0xFF;
            Read(broken);
        }
    }

    private void Read(byte[] body)
    {
        try
        {
            _wechat.Platform.Read(_wechat.Channel, body).ShouldNotBeNull();
        }
        catch (UnreadableWebhookException)
        {
            // One of the two ways it may end.
        }
    }
}

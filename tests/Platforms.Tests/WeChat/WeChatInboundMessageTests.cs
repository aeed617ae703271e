using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.WeChat;

/// <summary>What followers write, as WeChat's documentation shows it.</summary>
public sealed class WeChatInboundMessageTests : IAsyncDisposable
{
    private readonly WeChatUnderTest _wechat = new();

    public ValueTask DisposeAsync() => _wechat.DisposeAsync();

    [Fact]
    public void A_text_keeps_its_id_its_time_and_its_place()
    {
        var message = Read("<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[Is it in stock?]]></Content><MsgId>24567890123456801</MsgId>");

        message.Chat.ShouldBe(WeChatUnderTest.OpenId);
        message.Id.ShouldBe(new PlatformMessageId("24567890123456801"));
        message.Sequence.ShouldBe(24567890123456801);
        message.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1717000101));
        message.Content.ShouldBe(new MessageContent.Text("Is it in stock?"));
    }

    [Fact]
    public void An_encrypted_text_reads_like_a_plain_one()
    {
        var message = _wechat.Read(Vector.Inbound.Body).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();

        message.Id.ShouldBe(new PlatformMessageId("24567890123456789"));
        message.Content.ShouldBe(new MessageContent.Text("Привіт 你好"));
    }

    [Fact]
    public void In_compatibility_mode_what_was_signed_counts_and_nothing_else()
    {
        var body = WeChatUnderTest.Xml(
            "<MsgType>text</MsgType><Content>forged</Content><MsgId>666</MsgId><Encrypt>" + Vector.Inbound.Encrypted + "</Encrypt>");

        _wechat.Read(body).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>()
            .Content.ShouldBe(new MessageContent.Text("Привіт 你好"));
    }

    [Theory]
    [InlineData(WeChatUnderTest.EncodingAesKey + ",ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ," + WeChatUnderTest.EncodingAesKey)]
    public void While_a_key_is_being_replaced_both_are_tried(string keys) =>
        _wechat.Read(Vector.Inbound.Body, _wechat.ChannelWith(new() { ["encodingAesKey"] = keys })).ShouldHaveSingleItem();

    [Theory]
    [InlineData(null)]
    [InlineData("ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ")]
    public void Without_the_right_key_it_waits_in_quarantine_and_says_what_to_look_at(string? key) =>
        Should.Throw<UnreadableWebhookException>(
            () => _wechat.Read(Vector.Inbound.Body, _wechat.ChannelWith(new() { ["encodingAesKey"] = key })))
        .Message.ShouldContain("encodingAesKey");

    [Fact]
    public void An_account_that_pushes_json_is_read_too()
    {
        const string Body = """
            {"ToUserName":"gh_0a1b2c3d4e5f","FromUserName":"oUser-Demo_0000000000000001","CreateTime":1717000101,
             "MsgType":"text","Content":"Привіт","MsgId":24567890123456801}
            """;

        var message = _wechat.Read(Body).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();

        message.Id.ShouldBe(new PlatformMessageId("24567890123456801"));
        message.Content.ShouldBe(new MessageContent.Text("Привіт"));
    }

    [Fact]
    public void The_end_mark_of_a_section_survives_in_a_text() =>
        Content("<MsgType>text</MsgType><Content><![CDATA[a]]]]><![CDATA[>b]]></Content><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Text("a]]>b"));

    [Fact]
    public void Markup_in_a_text_is_text() =>
        Content("<MsgType>text</MsgType><Content><![CDATA[<MsgId>2</MsgId> &amp; 😀]]></Content><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Text("<MsgId>2</MsgId> &amp; 😀"));

    [Fact]
    public void A_tapped_line_of_a_menu_is_a_press() =>
        Content("<MsgType>text</MsgType><Content>Satisfied</Content><MsgId>24567890123456802</MsgId><bizmsgmenuid>7001</bizmsgmenuid>")
            .ShouldBeOfType<MessageContent.Menu>().ShouldSatisfyAllConditions(
                menu => menu.Key.ShouldBe("7001"), menu => menu.Body.ShouldBe("Satisfied"));

    [Fact]
    public void A_text_with_an_empty_line_id_is_a_text() =>
        Content("<MsgType>text</MsgType><Content>hello</Content><bizmsgmenuid></bizmsgmenuid><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Text("hello"));

    [Fact]
    public void A_picture_is_fetched_by_its_id()
    {
        var media = Media(
            "<MsgType>image</MsgType><PicUrl><![CDATA[http://mmbiz.example.invalid/p/1.jpg]]></PicUrl><MediaId>mIMG01</MediaId><MsgId>1</MsgId>");

        media.Kind.ShouldBe(MediaKind.Image);
        media.File.RemoteKey.ShouldBe("mIMG01");
    }

    [Fact]
    public void A_voice_note_brings_what_was_recognised_in_it()
    {
        var media = Media(
            "<MsgType>voice</MsgType><MediaId>mVOX01</MediaId><Format>amr</Format><Recognition>call me back</Recognition><MsgId>1</MsgId>");

        media.Kind.ShouldBe(MediaKind.Voice);
        media.File.MimeType.ShouldBe("audio/amr");
        media.Caption.ShouldBe("call me back");
    }

    [Theory]
    [InlineData("video", "mVID01")]
    [InlineData("shortvideo", "mSHV01")]
    public void A_film_is_a_film_short_or_long(string type, string id)
    {
        var media = Media($"<MsgType>{type}</MsgType><MediaId>{id}</MediaId><ThumbMediaId>mTHM01</ThumbMediaId><MsgId>1</MsgId>");

        media.Kind.ShouldBe(MediaKind.Video);
        media.File.RemoteKey.ShouldBe(id);
    }

    [Fact]
    public void X_is_the_latitude() =>
        Content("<MsgType>location</MsgType><Location_X>50.450100</Location_X><Location_Y>30.523400</Location_Y><Scale>16</Scale>"
                + "<Label>Main square</Label><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Location(50.4501, 30.5234, "Main square"));

    [Theory]
    [InlineData("91", "30")]
    [InlineData("50", "181")]
    [InlineData("NaN", "30")]
    [InlineData("north", "30")]
    public void A_place_that_is_on_no_map_is_kept_as_unsupported(string x, string y) =>
        Content($"<MsgType>location</MsgType><Location_X>{x}</Location_X><Location_Y>{y}</Location_Y><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Unsupported("location"));

    [Fact]
    public void A_link_reads_as_its_title_its_words_and_its_address() =>
        Content("<MsgType>link</MsgType><Title>Offer</Title><Description>Spring</Description><Url>https://shop.example/offer</Url><MsgId>1</MsgId>")
            .ShouldBe(new MessageContent.Text("Offer\nSpring\nhttps://shop.example/offer"));

    [Fact]
    public void A_file_shows_its_name_though_nobody_can_have_it()
    {
        var media = Media(
            "<MsgType>file</MsgType><Title>invoice.pdf</Title><Description></Description><FileKey>fk01</FileKey>"
            + "<FileTotalLen>20480</FileTotalLen><MsgId>1</MsgId>");

        media.File.FileName.ShouldBe("invoice.pdf");
        media.File.Size.ShouldBe(20480);
        media.File.RemoteKey.ShouldBeNull();
        media.File.State.ShouldBe(MediaState.Failed);
    }

    [Fact]
    public void A_kind_that_does_not_exist_yet_is_kept_as_unsupported() =>
        Content("<MsgType>hologram</MsgType><MsgId>1</MsgId><Depth><Layers>3</Layers></Depth>")
            .ShouldBe(new MessageContent.Unsupported("hologram"));

    private InboundEvent.MessageReceived Read(string elements) => _wechat.ReadOne<InboundEvent.MessageReceived>(elements);

    private MessageContent Content(string elements) => Read(elements).Content;

    private MessageContent.Media Media(string elements) => Content(elements).ShouldBeOfType<MessageContent.Media>();
}

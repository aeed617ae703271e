using System.Text;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Custom;

public sealed class CustomInboundTests : IAsyncDisposable
{
    private readonly CustomChannel _channel = new();

    private IWebhookPlatform Platform => (IWebhookPlatform)_channel.Platform;

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    [Fact]
    public void A_message_is_read_as_it_was_sent()
    {
        var message = Read("""
            {"id":"ext-7001","from":{"id":"u-55","name":"Покупець"},"content":{"type":"text","text":"Чи є в наявності?"},
             "sentAt":"2024-05-29T19:26:40.5+03:00","replyTo":"ext-7000","to":"shop","later":{"x":[1]}}
            """);

        message.Id.Key.ShouldBe("ext-7001");
        message.Chat.ShouldBe("u-55");
        message.From.Name.ShouldBe("Покупець");
        message.Content.ShouldBe(new MessageContent.Text("Чи є в наявності?"));
        message.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1717000000500));
        message.ReplyTo.ShouldBe(new PlatformMessageId("ext-7000"));
    }

    [Theory]
    [InlineData("\"2024-05-29T16:26:40Z\"")]
    [InlineData("\"2024-05-29T16:26:40\"")] // UTC whatever the machine's zone
    [InlineData("\"2024-05-29T12:26:40-04:00\"")]
    [InlineData("\"2024-05-29T16:26:40.000000000Z\"")]
    public void Any_offset_of_the_time_is_read(string time) =>
        Read($$"""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":""},"sentAt":{{time}}}""")
            .SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1717000000));

    [Fact]
    public void Time_name_and_reply_may_be_missing_or_null()
    {
        var message = Read("""{"id":"1","from":{"id":"2","name":null},"content":{"type":"text","text":"x"},"sentAt":null,"replyTo":null}""");

        message.SentAt.ShouldBeNull();
        message.From.Name.ShouldBeNull();
        message.ReplyTo.ShouldBeNull();
    }

    [Theory]
    [InlineData("image", MediaKind.Image)]
    [InlineData("audio", MediaKind.Audio)]
    [InlineData("voice", MediaKind.Voice)]
    [InlineData("video", MediaKind.Video)]
    [InlineData("file", MediaKind.File)]
    [InlineData("sticker", MediaKind.Sticker)]
    public void A_file_waits_at_its_address(string type, MediaKind kind) =>
        Content($$"""{"type":"{{type}}","url":"https://x.example/1","text":"t","mimeType":"a/b","fileName":"../f","size":9}""").ShouldBe(
            new MessageContent.Media(
                kind, new Attachment { RemoteKey = "https://x.example/1", MimeType = "a/b", FileName = "../f", Size = 9 }, "t"));

    [Fact]
    public void Places_cards_buttons_and_presses_are_read()
    {
        Content("""{"type":"location","latitude":50.45,"longitude":-30.5,"name":"Київ"}""")
            .ShouldBe(new MessageContent.Location(50.45, -30.5, "Київ"));
        Content("""{"type":"contact","name":"Оля","phone":"+380"}""").ShouldBe(new MessageContent.ContactCard("Оля", "+380"));
        Content("""{"type":"contact","phone":"+380"}""").ShouldBe(new MessageContent.ContactCard("+380", "+380"));
        Content("""{"type":"buttons","text":"?","buttons":[{"text":"Так","key":"y"}]}""").ShouldBeOfType<MessageContent.Buttons>()
            .Items.ShouldBe([new Button("Так", "y")]);
        Content("""{"type":"menu","text":"Так","key":"y"}""").ShouldBeOfType<MessageContent.Menu>().Body.ShouldBe("Так");
        Content("""{"type":"menu","key":"y"}""").ShouldBeOfType<MessageContent.Menu>().Body.ShouldBe("y");
    }

    [Theory]
    [InlineData("""{"type":"poll","text":{"question":"?"},"buttons":7}""", "poll")]
    [InlineData("""{"type":"template","key":"hello"}""", "template")]
    [InlineData("""{"type":"Text","text":"x"}""", "Text")]
    public void An_unknown_type_stays_visible_whatever_it_carries(string content, string kind) =>
        Content(content).ShouldBe(new MessageContent.Unsupported(kind));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"x"}} trailing""")]
    [InlineData("""{"from":{"id":"2"},"content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"","from":{"id":"2"},"content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":1,"from":{"id":"2"},"content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"1","content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"1","from":{},"content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"1","from":{"id":2},"content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"1","from":"2","content":{"type":"text","text":"x"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":null}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":"x"}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":7}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":7}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"\ud800"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"\ud800"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"image"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"location","latitude":1}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"location","latitude":91,"longitude":0}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"location","latitude":1e999,"longitude":0}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"location","latitude":"1","longitude":0}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"contact"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"menu","text":"x"}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"buttons","text":"x","buttons":[null]}}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"x"},"sentAt":"yesterday"}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"x"},"sentAt":1717000000}""")]
    [InlineData("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"x"},"replyTo":""}""")]
    public void What_is_not_a_message_is_unreadable(string body) => Should.Throw<UnreadableWebhookException>(() => Read(body));

    [Fact]
    public void Too_long_an_id_is_unreadable() => Should.Throw<UnreadableWebhookException>(() =>
        Read($$"""{"id":"{{new string('x', 256)}}","from":{"id":"2"},"content":{"type":"text","text":"x"} }"""));

    [Fact]
    public void Deep_nesting_is_unreadable() => Should.Throw<UnreadableWebhookException>(() => Read(new string('[', 100_000)));

    [Theory]
    [InlineData("7b2274223a22fffe227d")]
    [InlineData("7b226964223a2231222c2266726f6d223a7b226964223a2232227d2c22636f6e74656e74223a7b2274797065223a2274657874222c2274657874223a2278227d2c2278223a22ff227d")]
    public void Bytes_that_are_not_UTF_8_are_unreadable_wherever_they_stand(string hex) =>
        Should.Throw<UnreadableWebhookException>(() => Platform.Read(_channel.Connection, Convert.FromHexString(hex)));

    [Fact]
    public void The_reason_never_quotes_the_message()
    {
        var refusal = Should.Throw<UnreadableWebhookException>(() =>
            Read("""{"id":"1","from":{"id":"2"},"content":{"type":"text","text":"hush"},"sentAt":"hush"}"""));

        refusal.ToString().ShouldNotContain("hush");
        refusal.Message.ShouldContain("sentAt");
    }

    private MessageContent Content(string content) => Read("""{"id":"1","from":{"id":"2"},"content":""" + content + "}").Content;

    private InboundEvent.MessageReceived Read(string body) =>
        Platform.Read(_channel.Connection, Encoding.UTF8.GetBytes(body)).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();
}

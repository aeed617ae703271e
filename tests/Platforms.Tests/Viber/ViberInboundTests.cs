using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberInboundTests : IAsyncDisposable
{
    private readonly ViberUnderTest _viber = new();

    public ValueTask DisposeAsync() => _viber.DisposeAsync();

    [Fact]
    public void A_text_comes_with_who_wrote_it_and_when()
    {
        var received = _viber.Read<InboundEvent.MessageReceived>(Callbacks.Message("""{"type":"text","text":"hello"}"""));

        received.Chat.ShouldBe(Callbacks.Person);
        received.Id.ShouldBe(new PlatformMessageId("5741311803571721087"));
        received.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1767225600123));
        received.Sequence.ShouldBe(5741311803571721087);
        received.Content.ShouldBe(new MessageContent.Text("hello"));
        received.From.ShouldBe(new Profile
        {
            Name = "Sample User",
            Language = "uk",
            AvatarUrl = "https://media.example.com/a/1.jpg",
        });
    }

    [Theory]
    [InlineData("5741311803571721087", "5741311803571721088")]
    [InlineData("18446744073709551614", "18446744073709551615")]
    [InlineData("\"5741311803571721087\"", "\"5741311803571721088\"")]
    public void Tokens_that_differ_in_the_last_digit_are_two_messages(string one, string other)
    {
        var first = _viber.Read<InboundEvent.MessageReceived>(Callbacks.Message("""{"type":"text","text":"1"}""", one));
        var second = _viber.Read<InboundEvent.MessageReceived>(Callbacks.Message("""{"type":"text","text":"1"}""", other));

        first.Id.Id.ShouldBe(one.Trim('"'));
        second.Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public void A_picture_keeps_its_caption()
    {
        var media = Content<MessageContent.Media>(
            """{"type":"picture","media":"https://dl-media.example.com/p1.jpg?Expires=1","thumbnail":"https://dl-media.example.com/p1t.jpg","file_name":"p1.jpg","size":190455,"text":"caption","tracking_data":""}""");

        media.Kind.ShouldBe(MediaKind.Image);
        media.Caption.ShouldBe("caption");
        media.File.ShouldBe(new Attachment
        {
            RemoteKey = "https://dl-media.example.com/p1.jpg?Expires=1",
            MimeType = "image/jpeg",
            FileName = "p1.jpg",
            Size = 190455,
        });
    }

    [Theory]
    [InlineData("""{"type":"video","media":"https://dl-media.example.com/1","file_name":"v1.mp4","size":2940000,"duration":12000}""", MediaKind.Video, "video/mp4", "v1.mp4", 2940000)]
    [InlineData("""{"type":"file","media":"https://dl-media.example.com/1","file_name":"invoice 17.pdf","file_size":"88123"}""", MediaKind.File, "application/pdf", "invoice 17.pdf", 88123)]
    [InlineData("""{"type":"sticker","sticker_id":46105,"media":"https://stickers.example.com/46105.png"}""", MediaKind.Sticker, "image/png", "46105.png", null)]
    [InlineData("""{"type":"sticker","sticker_id":"46105"}""", MediaKind.Sticker, "image/png", "46105.png", null)]
    [InlineData("""{"type":"picture","media":"https://dl-media.example.com/1","size":"unknown"}""", MediaKind.Image, "image/jpeg", null, null)]
    public void Files_come_with_what_the_customers_client_tells(string message, MediaKind kind, string type, string? name, int? size)
    {
        var media = Content<MessageContent.Media>(message);

        media.Kind.ShouldBe(kind);
        media.Caption.ShouldBeNull();
        media.File.MimeType.ShouldBe(type);
        media.File.FileName.ShouldBe(name);
        media.File.Size.ShouldBe(size);
    }

    [Fact]
    public void A_contact_is_a_card() =>
        Content<MessageContent.ContactCard>("""{"type":"contact","contact":{"name":"Sample Person","phone_number":"+380501112233"}}""")
            .ShouldBe(new MessageContent.ContactCard("Sample Person", "+380501112233"));

    [Fact]
    public void A_place_has_its_address() =>
        Content<MessageContent.Location>("""{"type":"location","location":{"lat":50.4501,"lon":"30.5234","address":"1 Example St"}}""")
            .ShouldBe(new MessageContent.Location(50.4501, 30.5234, "1 Example St"));

    [Theory]
    [InlineData("""{"type":"url","media":"https://example.com/page","text":"https://example.com/page"}""", "https://example.com/page")]
    [InlineData("""{"type":"url","media":"https://example.com/page"}""", "https://example.com/page")]
    [InlineData("""{"type":"url","media":"https://example.com/page","text":"look"}""", "look\nhttps://example.com/page")]
    public void A_shared_address_reads_as_text(string message, string text) =>
        Content<MessageContent.Text>(message).Body.ShouldBe(text);

    [Theory]
    [InlineData("""{"type":"new_kind_of_message","media":{"a":[1]},"text":7}""", "new_kind_of_message")]
    [InlineData("""{"type":"location","location":{"lat":1e999,"lon":0}}""", "location")]
    [InlineData("""{"type":"contact","contact":{}}""", "contact")]
    [InlineData("{}", "empty")]
    public void What_we_cannot_show_is_kept_by_its_kind(string message, string kind) =>
        Content<MessageContent.Unsupported>(message).Kind.ShouldBe(kind);

    [Fact]
    public void A_silent_text_is_a_press() =>
        Press("""{"type":"text","text":"size:M"}""", silent: true).ShouldBe(("size:M", "size:M"));

    [Fact]
    public void A_press_shows_the_label_that_was_on_the_button()
    {
        const string Message = """{"type":"text","text":"size:M","tracking_data":"{\"labels\":{\"size:M\":\"Medium\"}}"}""";

        Press(Message, silent: true).ShouldBe(("Medium", "size:M"));
        Press(Message, silent: false).ShouldBe(("Medium", "size:M"));
    }

    [Theory]
    [InlineData("conv:881")]
    [InlineData("{")]
    [InlineData("{\\\"labels\\\":{\\\"hello\\\":null}}")]
    [InlineData("{\\\"labels\\\":[]}")]
    public void Tracking_data_of_others_changes_nothing(string data) =>
        Content<MessageContent.Text>($$"""{"type":"text","text":"hello","tracking_data":"{{data}}"}""").Body.ShouldBe("hello");

    [Fact]
    public void Subscribing_and_unsubscribing_are_told()
    {
        var subscribed = _viber.Read<InboundEvent.ContactEvent>(Callbacks.Subscribed());
        var unsubscribed = _viber.Read<InboundEvent.ContactEvent>(Callbacks.About("unsubscribed"));

        subscribed.Kind.ShouldBe(ContactEventKind.Subscribed);
        subscribed.From.Name.ShouldBe("Sample User");
        unsubscribed.Kind.ShouldBe(ContactEventKind.Unsubscribed);
        unsubscribed.Chat.ShouldBe(Callbacks.Person);
        unsubscribed.Id.ShouldBe(new PlatformMessageId("unsubscribed-5741311803571722001"));
    }

    [Theory]
    [InlineData("delivered", DeliveryReport.Delivered)]
    [InlineData("seen", DeliveryReport.Read)]
    [InlineData("failed", DeliveryReport.Failed)]
    public void Reports_name_our_message_by_its_token(string kind, DeliveryReport report)
    {
        var reported = _viber.Read<InboundEvent.DeliveryReported>(Callbacks.About(kind, ""","desc":"keyboard is not valid" """));

        reported.Id.ShouldBe(new PlatformMessageId("5741311803571722001"));
        reported.Report.ShouldBe(report);
        (reported.Error?.Detail.Contains("keyboard is not valid", StringComparison.Ordinal) ?? false)
            .ShouldBe(report == DeliveryReport.Failed);
    }

    [Theory]
    [InlineData("""{"event":"webhook","timestamp":1767225600001,"message_token":5741311803571721001}""")]
    [InlineData("""{"event":"client_status","timestamp":1767225600302,"message_token":5741311803571721222,"user_id":"c2FtcGxlK3VzZXIvaWQ="}""")]
    [InlineData("""{"event":"action","timestamp":1767225600302,"message_token":5741311803571721222}""")]
    [InlineData("""{"event":"something_new","timestamp":1767225600302,"message_token":5741311803571721222}""")]
    public void What_concerns_nobody_is_nothing_for_us(string body) => _viber.Read(body).ShouldBeEmpty();

    [Fact]
    public void An_unknown_event_about_a_person_is_shown_as_unsupported() =>
        _viber.Read<InboundEvent.MessageReceived>(Callbacks.About("wave")).Content.ShouldBe(new MessageContent.Unsupported("wave"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"event\":")]
    [InlineData("""{"event":"message"}""")]
    [InlineData("""{"event":"message","message_token":1,"sender":{"id":"a"}}""")]
    [InlineData("""{"event":"message","message_token":1.5,"sender":{"id":"a"},"message":{"type":"text"}}""")]
    [InlineData("""{"event":"message","message_token":1,"sender":{"id":""},"message":{"type":"text"}}""")]
    [InlineData("""{"event":"message","timestamp":99999999999999999,"message_token":1,"sender":{"id":"a"},"message":{"type":"text"}}""")]
    [InlineData("""{"event":"message","message_token":1,"sender":{"id":"\ud800"},"message":{"type":"text"}}""")]
    [InlineData("""{"event":"delivered","message_token":1}""")]
    public void What_makes_no_sense_is_unreadable(string body) =>
        Should.Throw<UnreadableWebhookException>(() => _viber.Read(body)).InnerException.ShouldBeNull();

    private T Content<T>(string message)
        where T : MessageContent =>
        _viber.Read<InboundEvent.MessageReceived>(Callbacks.Message(message)).Content.ShouldBeOfType<T>();

    private (string Label, string? Key) Press(string message, bool silent)
    {
        var content = _viber.Read<InboundEvent.MessageReceived>(Callbacks.Message(message, silent: silent)).Content;
        var press = content.ShouldBeOfType<MessageContent.Menu>();
        return (press.Body, press.Key);
    }
}

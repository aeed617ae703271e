using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>What customers say, as it reads in the inbox.</summary>
public sealed class WhatsAppInboundMessageTests
{
    [Fact]
    public void A_text_comes_with_its_writer_time_and_id()
    {
        var message = Sample.Read<InboundEvent.MessageReceived>("reply");

        message.Chat.ShouldBe(Sample.Customer);
        message.Id.ShouldBe(new PlatformMessageId("wamid.HBgMIN0002"));
        message.From.ShouldBe(new Profile { Name = "Sample User", Phone = "+380501112233" });
        message.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225601));
        Content<MessageContent.Text>("reply").Body.ShouldBe("This one");
    }

    [Fact]
    public void A_reply_keeps_the_link() =>
        Sample.Read<InboundEvent.MessageReceived>("reply").ReplyTo.ShouldBe(new PlatformMessageId("wamid.HBgMOUT0001"));

    [Fact]
    public void What_was_forwarded_answers_nothing() =>
        Sample.Read<InboundEvent.MessageReceived>("forwarded").ReplyTo.ShouldBeNull();

    [Theory]
    [InlineData("image", MediaKind.Image, "1003383421387256", "image/jpeg", null, "label")]
    [InlineData("audio", MediaKind.Audio, "1003383421387257", "audio/mpeg", null, null)]
    [InlineData("voice", MediaKind.Voice, "1003383421387258", "audio/ogg", null, null)]
    [InlineData("video", MediaKind.Video, "1003383421387259", "video/mp4", null, "how it works")]
    [InlineData("document", MediaKind.File, "1003383421387260", "application/pdf", "invoice 17.pdf", "bill")]
    [InlineData("sticker", MediaKind.Sticker, "1003383421387261", "image/webp", null, null)]
    public void A_file_comes_with_its_kind_handle_name_and_caption(
        string sample, MediaKind kind, string handle, string mimeType, string? fileName, string? caption)
    {
        var media = Content<MessageContent.Media>(sample);

        media.Kind.ShouldBe(kind);
        media.File.ShouldBe(new Attachment { RemoteKey = handle, MimeType = mimeType, FileName = fileName });
        media.Caption.ShouldBe(caption);
    }

    [Fact]
    public void The_voice_note_of_older_bodies_is_one_too() =>
        Content("""[{"from":"1","id":"a","type":"voice","voice":{"id":"9","mime_type":"audio/ogg"}}]""")
            .ShouldBeOfType<MessageContent.Media>().Kind.ShouldBe(MediaKind.Voice);

    [Fact]
    public void A_place_has_its_name_and_address() =>
        Content<MessageContent.Location>("location")
            .ShouldBe(new MessageContent.Location(50.4501, 30.5234, "Main office, 1 Example St"));

    [Fact]
    public void A_card_has_its_name_and_phone() =>
        Content<MessageContent.ContactCard>("contacts").ShouldBe(new MessageContent.ContactCard("Sample Person", "+380 50 111 22 33"));

    [Fact]
    public void Several_cards_in_one_message_are_a_message_each()
    {
        var cards = Sample.ReadItems("""
            [{"from":"1","id":"a","type":"contacts","contacts":[
                {"name":{"formatted_name":"One"},"phones":[{"wa_id":"11"}]}, {"name":{"formatted_name":"Two"}}, {}]}]
            """).Cast<InboundEvent.MessageReceived>().ToArray();

        cards.Select(card => card.Id.Id).ShouldBe(["a", "a#2", "a#3"]);
        cards.Select(card => card.Content).ShouldBe(
        [
            new MessageContent.ContactCard("One", "11"), new MessageContent.ContactCard("Two", null),
            new MessageContent.Unsupported("contacts"),
        ]);
    }

    [Theory]
    [InlineData("button", "ord:17:ok", "Confirm", "wamid.HBgMOUT0003")]
    [InlineData("button-reply", "size:M", "M", "wamid.HBgMOUT0004")]
    [InlineData("list-reply", "dep:sales", "Sales", "wamid.HBgMOUT0005")]
    public void A_press_has_its_key_its_label_and_the_message_it_stood_under(string sample, string key, string label, string under)
    {
        var press = Sample.Read<InboundEvent.MessageReceived>(sample);

        var menu = press.Content.ShouldBeOfType<MessageContent.Menu>();
        (menu.Key, menu.Body).ShouldBe((key, label));
        press.ReplyTo.ShouldBe(new PlatformMessageId(under));
    }

    [Fact]
    public void A_form_shows_its_answers() => Content<MessageContent.Text>("flow").Body.ShouldBe("Sent\nsize: M");

    [Theory]
    [InlineData("[1]")]
    [InlineData("not json")]
    public void A_form_with_strange_answers_shows_them_as_they_came(string answers) =>
        Content($$$$"""
            [{"from":"1","id":"a","type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{{{{answers}}}}"}}}]
            """).ShouldBe(new MessageContent.Text(answers));

    [Fact]
    public void An_order_reads_as_a_person_would_write_it() =>
        Content<MessageContent.Text>("order").Body.ShouldBe("Order\n2 × sku-17, 10.5 USD\nplease today");

    [Theory]
    [InlineData("unsupported", "unsupported")]
    [InlineData("interactive-empty", "interactive")]
    public void What_cannot_be_shown_is_named(string sample, string kind) =>
        Content<MessageContent.Unsupported>(sample).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("\"type\":\"hologram\",\"hologram\":{\"depth\":3}", "hologram")]
    [InlineData("\"type\":\"unsupported\",\"unsupported\":{\"type\":\"poll\"}", "poll")]
    [InlineData("\"type\":\"system\",\"system\":{\"type\":\"customer_identity_changed\"}", "customer_identity_changed")]
    [InlineData("\"type\":\"image\",\"image\":{}", "image")]
    [InlineData("\"text\":null", "unknown")]
    public void So_is_what_nobody_has_heard_of(string members, string kind) =>
        Content("[{\"from\":\"1\",\"id\":\"a\"," + members + "}]").ShouldBe(new MessageContent.Unsupported(kind));

    [Fact]
    public void A_customer_who_hides_their_number_is_known_by_their_id_and_username()
    {
        var message = Sample.Read<InboundEvent.MessageReceived>("no-phone");

        message.Chat.ShouldBe("UA.10000000000000000003");
        message.From.ShouldBe(new Profile { Name = "Sample User", Username = "sample_user" });
    }

    [Fact]
    public void In_a_group_the_conversation_is_the_groups_and_the_writer_a_member()
    {
        var message = Sample.ReadItems("""[{"from":"1","group_id":"Y2Fw","id":"a","type":"text","text":{"body":"Hi"}}]""")
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>();

        message.Chat.ShouldBe("group:Y2Fw");
        message.From.Id.ShouldBe("1");
    }

    [Theory]
    [InlineData("\"1767225601\"", 1767225601000)]
    [InlineData("1767225601", 1767225601000)]
    [InlineData("\"1767225601123\"", 1767225601123)]
    public void A_time_may_be_written_in_several_ways(string written, long milliseconds) =>
        Sample.ReadItems($$$"""[{"from":"1","id":"a","timestamp":{{{written}}},"type":"text","text":{"body":"Hi"}}]""")
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>()
            .SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("-5")]
    [InlineData("null")]
    [InlineData("99999999999999999")]
    public void A_time_that_is_none_loses_no_message(string written) =>
        Sample.ReadItems($$$"""[{"from":"1","id":"a","timestamp":{{{written}}},"type":"text","text":{"body":"Hi"}}]""")
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>().SentAt.ShouldBeNull();

    private static T Content<T>(string sample)
        where T : MessageContent => Sample.Read<InboundEvent.MessageReceived>(sample).Content.ShouldBeOfType<T>();

    private static MessageContent Content(string items) =>
        Sample.ReadItems(items).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageReceived>().Content;
}

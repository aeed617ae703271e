using Rozmova.Messaging;
using Rozmova.Platforms.Tests.Meta.Direct;

namespace Rozmova.Platforms.Tests.Messenger;

public sealed class MessengerInboundTests
{
    private const string Person = "7000000000000001";

    private static readonly DirectSamples Samples = new("Messenger", "104000000000001");

    [Fact]
    public void A_quick_reply_is_a_menu_item_with_its_data()
    {
        var received = Samples.Read<InboundEvent.MessageReceived>("m_AbCd0002");

        received.Chat.ShouldBe(Person);
        received.Id.ShouldBe(new PlatformMessageId("m_AbCd0002"));
        received.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1767225601123));
        received.Content.ShouldBeOfType<MessageContent.Menu>().ShouldSatisfyAllConditions(
            menu => menu.Body.ShouldBe("M"), menu => menu.Key.ShouldBe("size:M"));
    }

    [Fact]
    public void A_reply_keeps_the_link() =>
        Samples.Read<InboundEvent.MessageReceived>("m_AbCd0003").ReplyTo.ShouldBe(new PlatformMessageId("m_OUT0001"));

    [Fact]
    public void An_ad_that_led_to_a_message_is_told_before_it()
    {
        var events = Samples.Read("m_AbCd0004");

        events[0].ShouldBeOfType<InboundEvent.ContactEvent>().Detail.ShouldBe("winter, ad 120200000000001, Sale, ADS");
        events[1].ShouldBeOfType<InboundEvent.MessageReceived>().Content.ShouldBe(new MessageContent.Text("Is it available?"));
    }

    [Fact]
    public void Several_attachments_are_several_messages_in_order()
    {
        var messages = Samples.Read("m_AbCd0010").Cast<InboundEvent.MessageReceived>().ToList();

        messages.Select(message => message.Id.Id).ShouldBe(["m_AbCd0010", "m_AbCd0010#1"]);
        messages.Select(message => message.Sequence).ShouldBe([0, 1]);
        messages.Select(message => ((MessageContent.Media)message.Content).File.RemoteKey)
            .ShouldBe(["https://scontent.example.com/a1.jpg", "https://scontent.example.com/a2.jpg"]);
    }

    [Theory]
    [InlineData("m_AbCd0011", MediaKind.Audio, null)]
    [InlineData("m_AbCd0012", MediaKind.Video, null)]
    [InlineData("m_AbCd0013", MediaKind.File, "invoice 17.pdf")]
    [InlineData("m_AbCd0014", MediaKind.Sticker, null)]
    [InlineData("m_AbCd0017", MediaKind.Video, null)]
    public void A_file_is_what_it_is(string mid, MediaKind kind, string? name)
    {
        var media = Samples.Content<MessageContent.Media>(mid);

        media.Kind.ShouldBe(kind);
        media.File.FileName.ShouldBe(name);
        media.File.RemoteKey.ShouldNotBeNull();
    }

    [Fact]
    public void The_preview_of_a_link_is_not_a_second_message() =>
        Samples.Content<MessageContent.Text>("m_AbCd0015").Body.ShouldBe("https://example.com/page");

    [Fact]
    public void A_place_is_a_place() =>
        Samples.Content<MessageContent.Location>("m_AbCd0016").ShouldBe(new MessageContent.Location(50.4501, 30.5234, null));

    [Fact]
    public void Get_Started_tells_by_which_link_they_came_and_is_a_press()
    {
        var events = Samples.Read("m_AbCd0020");

        events[0].ShouldBeOfType<InboundEvent.ContactEvent>().ShouldSatisfyAllConditions(
            started => started.Kind.ShouldBe(ContactEventKind.Started), started => started.Detail.ShouldBe("promo_42, SHORTLINK"));
        events[1].ShouldBeOfType<InboundEvent.MessageReceived>().Content.ShouldBeOfType<MessageContent.Menu>().Key.ShouldBe("GET_STARTED");
    }

    [Fact]
    public void Delivered_is_told_of_each_message_named_and_of_all_before()
    {
        var events = Samples.Read("1767225629000");

        events[0].ShouldBeOfType<InboundEvent.DeliveryReported>().Id.ShouldBe(new PlatformMessageId("m_OUT0001"));
        events[1].ShouldBeOfType<InboundEvent.WatermarkReported>().ShouldSatisfyAllConditions(
            mark => mark.Report.ShouldBe(DeliveryReport.Delivered),
            mark => mark.UpTo.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1767225629000)));
    }

    [Fact]
    public void Read_is_told_of_all_up_to_a_moment() =>
        Samples.Read<InboundEvent.WatermarkReported>("\"read\"").Report.ShouldBe(DeliveryReport.Read);

    [Theory]
    [InlineData("\"react\"", "❤️")]
    [InlineData("\"unreact\"")]
    public void Reactions_come_and_go(string words, params string[] emojis) =>
        Samples.Read<InboundEvent.ReactionsChanged>(words).Emojis.ShouldBe(emojis);

    [Fact]
    public void An_edit_has_the_new_words() =>
        Samples.Read<InboundEvent.MessageEdited>("message_edit").Content.ShouldBe(new MessageContent.Text("Do you have size L?"));

    [Fact]
    public void What_was_written_in_the_pages_own_inbox_is_an_echo_in_the_customers_conversation()
    {
        var echo = Samples.Read<InboundEvent.MessageEchoed>("is_echo");

        echo.Chat.ShouldBe(Person);
        echo.Content.ShouldBe(new MessageContent.Text("Yes, size M is in stock"));
    }

    [Fact]
    public void An_opt_in_without_a_person_is_nobodys() => Samples.Read("user_ref").ShouldBeEmpty();

    [Fact]
    public void An_opt_in_of_a_person_is_a_subscription() =>
        Samples.Read<InboundEvent.ContactEvent>("notification_messages_token").Kind.ShouldBe(ContactEventKind.Subscribed);

    [Theory]
    [InlineData("pass_thread_control")]
    [InlineData("take_thread_control")]
    [InlineData("account_linking")]
    public void What_apps_do_among_each_other_is_not_for_us(string kind) => Samples.Read(kind).ShouldBeEmpty();

    [Fact]
    public void Every_entry_and_item_is_read_those_of_another_apps_thread_too()
    {
        var texts = Samples.Read("m_AbCd0092").Cast<InboundEvent.MessageReceived>().Select(message => message.Id.Id);

        texts.ShouldBe(["m_AbCd0091", "m_AbCd0090", "m_AbCd0090", "m_AbCd0092"]);
    }

    [Fact]
    public void A_time_in_seconds_is_understood() =>
        Samples.Read<InboundEvent.MessageReceived>("m_AbCd0093").SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225702));

    [Fact]
    public void An_unknown_event_is_shown_as_unsupported() =>
        Samples.Content<MessageContent.Unsupported>("brand_new_event").Kind.ShouldBe("brand_new_event");
}

using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.WhatsApp;

/// <summary>What happens besides messages.</summary>
public sealed class WhatsAppInboundEventTests
{
    [Theory]
    [InlineData("reaction", "👍")]
    [InlineData("reaction-removed", null)]
    public void A_reaction_comes_and_goes(string sample, string? emoji)
    {
        var reaction = Sample.Read<InboundEvent.ReactionsChanged>(sample);

        reaction.Id.ShouldBe(new PlatformMessageId("wamid.HBgMOUT0001"));
        reaction.Emojis.ShouldBe(emoji is null ? [] : [emoji]);
    }

    [Fact]
    public void An_edit_changes_the_message_it_names()
    {
        var edit = Sample.Read<InboundEvent.MessageEdited>("edit");

        edit.Id.ShouldBe(new PlatformMessageId("wamid.HBgMIN0001"));
        edit.Content.ShouldBe(new MessageContent.Text("Do you have size L?"));
        edit.EditedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225660));
    }

    [Fact]
    public void A_message_is_taken_back() =>
        Sample.Read<InboundEvent.MessageDeleted>("revoke").Id.ShouldBe(new PlatformMessageId("wamid.HBgMIN0001"));

    [Theory]
    [InlineData("number-changed", "380501112233", "380509998877")]
    [InlineData("user-id-changed", "UA.10000000000000000001", "UA.10000000000000000002")]
    public void A_conversation_follows_the_customer_to_a_new_number_or_id(string sample, string from, string to)
    {
        var moved = Sample.Read<InboundEvent.ChatMoved>(sample);

        (moved.Chat, moved.NewChat).ShouldBe((from, to));
    }

    [Fact]
    public void Who_opens_the_chat_for_the_first_time_is_shown() =>
        Sample.Read<InboundEvent.ContactEvent>("request-welcome").Kind.ShouldBe(ContactEventKind.Started);

    [Theory]
    [InlineData("referral", "ad, Sale, https://fb.example.com/ad1", "Hi")]
    [InlineData("product", "product, sku-17", "Is it available?")]
    public void Where_a_customer_comes_from_stands_before_what_they_write(string sample, string detail, string text)
    {
        var events = Sample.Read(sample);

        events.Count.ShouldBe(2);
        var started = events[0].ShouldBeOfType<InboundEvent.ContactEvent>();
        started.Detail.ShouldBe(detail);
        var message = events[1].ShouldBeOfType<InboundEvent.MessageReceived>();
        message.Content.ShouldBe(new MessageContent.Text(text));
        started.Id.ShouldNotBe(message.Id);
    }

    [Theory]
    [InlineData("delivered", DeliveryReport.Delivered)]
    [InlineData("read", DeliveryReport.Read)]
    public void What_became_of_our_message_is_reported(string sample, DeliveryReport report)
    {
        var reported = Sample.Read<InboundEvent.DeliveryReported>(sample);

        reported.Chat.ShouldBe(Sample.Customer);
        reported.Id.ShouldBe(new PlatformMessageId("wamid.HBgMOUT0001"));
        reported.Report.ShouldBe(report);
        reported.Error.ShouldBeNull();
    }

    [Fact]
    public void A_voice_note_that_was_played_was_read() =>
        Sample.ReadItems("""[{"id":"a","status":"played","recipient_id":"1"}]""", "statuses")
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.DeliveryReported>().Report.ShouldBe(DeliveryReport.Read);

    [Fact]
    public void A_failed_message_says_why()
    {
        var error = Sample.Read<InboundEvent.DeliveryReported>("failed").Error.ShouldNotBeNull();

        error.Code.ShouldBe(SendErrors.WindowClosed);
        error.Detail.ShouldBe("More than 24 hours have passed since the customer wrote; send a template. "
            + "(WhatsApp: 131047 More than 24 hours have passed since the customer last replied)");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[5]")]
    [InlineData("[{\"code\":\"many\",\"error_data\":\"none\"}]")]
    [InlineData("null")]
    public void A_failed_message_without_a_reason_has_failed_too(string errors) =>
        Sample.ReadItems($$"""[{"id":"a","status":"failed","recipient_id":"1","errors":{{errors}}}]""", "statuses")
            .ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.DeliveryReported>()
            .Error.ShouldBe(new SendError(SendErrors.Rejected, "WhatsApp refused: no reason given."));

    [Theory]
    [InlineData("sent", null)]
    [InlineData("delivered", DeliveryReport.Delivered)]
    [InlineData("failed", DeliveryReport.Failed)]
    public void Whatever_status_comes_first_confirms_that_our_message_left(string status, DeliveryReport? report)
    {
        const string Ours = "019b76da-a800-7000-8000-000000000901";

        var events = Sample.ReadItems(
            $$"""[{"id":"wamid.A","status":"{{status}}","recipient_id":"1","biz_opaque_callback_data":"{{Ours}}"}]""", "statuses");

        var confirmed = events[0].ShouldBeOfType<InboundEvent.SendConfirmed>();
        confirmed.Message.ShouldBe(new MessageId(Guid.Parse(Ours)));
        confirmed.Id.ShouldBe(new PlatformMessageId("wamid.A"));
        events.Skip(1).OfType<InboundEvent.DeliveryReported>().Select(each => (DeliveryReport?)each.Report).FirstOrDefault()
            .ShouldBe(report);
    }

    [Fact]
    public void What_another_program_sent_confirms_nothing_of_ours() => Sample.Read("sent").ShouldBeEmpty();

    [Fact]
    public void What_we_wrote_in_the_app_is_shown_as_ours()
    {
        var echo = Sample.Read<InboundEvent.MessageEchoed>("echo");

        echo.Chat.ShouldBe(Sample.Customer);
        echo.Id.ShouldBe(new PlatformMessageId("wamid.HBgMECHO0001"));
        echo.Content.ShouldBe(new MessageContent.Text("Yes, we have"));
    }

    [Theory]
    [InlineData("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"b\"}", typeof(InboundEvent.MessageDeleted))]
    [InlineData(
        "\"type\":\"edit\",\"edit\":{\"original_message_id\":\"b\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"c\"}}}",
        typeof(InboundEvent.MessageEdited))]
    [InlineData("\"type\":\"reaction\",\"reaction\":{\"message_id\":\"b\",\"emoji\":\"👍\"}", typeof(InboundEvent.MessageEchoed))]
    public void What_we_change_in_the_app_changes_here(string members, Type what) =>
        Sample.ReadItems("[{\"from\":\"2\",\"to\":\"1\",\"id\":\"a\"," + members + "}]", "message_echoes")
            .ShouldHaveSingleItem().ShouldBeOfType(what);

    [Theory]
    [InlineData("account-error")]
    [InlineData("template-approved")]
    public void What_concerns_no_conversation_is_nothing_for_us(string sample) => Sample.Read(sample).ShouldBeEmpty();
}

using System.Text;
using Rozmova.Messaging;
using Rozmova.Platforms.Meta.Direct;
using Rozmova.Platforms.Tests.Meta.Direct;

namespace Rozmova.Platforms.Tests.Instagram;

public sealed class InstagramInboundTests
{
    private const string Account = "17841400000000001";
    private const string Person = "6500000000000001";

    private static readonly DirectSamples Samples = new("Instagram", Account);

    [Theory]
    [InlineData("aWdf0003", MediaKind.Video, null)]
    [InlineData("aWdf0004", MediaKind.Audio, null)]
    [InlineData("aWdf0005", MediaKind.File, null)]
    [InlineData("aWdf0006", MediaKind.File, null)]
    [InlineData("aWdf0007", MediaKind.Video, "New jacket")]
    [InlineData("aWdf0008", MediaKind.File, "Post")]
    public void Files_and_shared_posts_are_fetched(string mid, MediaKind kind, string? caption)
    {
        var media = Samples.Content<MessageContent.Media>(mid);

        media.Kind.ShouldBe(kind);
        media.Caption.ShouldBe(caption);
        media.File.RemoteKey.ShouldNotBeNull().ShouldStartWith("https://lookaside.fbsbx.com/");
    }

    [Fact]
    public void Several_attachments_are_several_messages() =>
        Samples.Read("aWdf0002").Cast<InboundEvent.MessageReceived>().Select(message => message.Id.Id).ShouldBe(["aWdf0002", "aWdf0002#1"]);

    [Fact]
    public void A_mention_in_a_story_is_shown_by_its_address_and_not_kept() => Samples.Content<MessageContent.Text>("aWdf0009").Body
        .ShouldBe("Mentioned you in their story: https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=9&signature=s");

    [Fact]
    public void An_answer_to_a_story_brings_the_storys_address_behind_it() => Samples.Read("aWdf0010")
        .Cast<InboundEvent.MessageReceived>().Select(message => ((MessageContent.Text)message.Content).Body)
        .ShouldBe(["love it", "In reply to your story: https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=10&signature=s"]);

    [Fact]
    public void A_reply_keeps_the_link() =>
        Samples.Read<InboundEvent.MessageReceived>("aWdf0011").ReplyTo.ShouldBe(new PlatformMessageId("aWdfOUT0001"));

    [Fact]
    public void A_quick_reply_is_a_menu_item_with_its_data() => Samples.Content<MessageContent.Menu>("aWdf0012").Key.ShouldBe("size:M");

    [Fact]
    public void What_Instagram_does_not_hand_out_is_shown_as_unsupported() =>
        Samples.Content<MessageContent.Unsupported>("is_unsupported").Kind.ShouldBe("unsupported");

    [Fact]
    public void Unsend_takes_the_message_back()
    {
        var gone = Samples.Read<InboundEvent.MessageDeleted>("is_deleted");

        gone.Chat.ShouldBe(Person);
        gone.Id.ShouldBe(new PlatformMessageId("aWdf0001"));
    }

    [Fact]
    public void Unsend_of_our_own_message_is_in_the_customers_conversation()
    {
        var body = Encoding.UTF8.GetBytes($$"""
            {"object":"instagram","entry":[{"id":"{{Account}}","messaging":[{"sender":{"id":"{{Account}}"},"recipient":{"id":"{{Person}}"},
            "timestamp":1767225622321,"message":{"mid":"aWdfOUT0001","is_echo":true,"is_deleted":true} }]}]}
            """);

        DirectRequest.Open(body).ReadFor(Account).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageDeleted>().Chat.ShouldBe(Person);
    }

    [Fact]
    public void What_was_written_in_the_app_is_an_echo() => Samples.Read<InboundEvent.MessageEchoed>("is_echo").Chat.ShouldBe(Person);

    [Theory]
    [InlineData("""{"template_type":"button","text":"What next?","buttons":[]}""")]
    [InlineData("""{"template_type":"generic","elements":[null,{"title":"What next?"}]}""")]
    public void Of_buttons_that_were_sent_the_words_come_back(string template)
    {
        var body = Encoding.UTF8.GetBytes($$"""
            {"object":"instagram","entry":[{"id":"{{Account}}","messaging":[{"sender":{"id":"{{Account}}"},"recipient":{"id":"{{Person}}"},
            "timestamp":1767225622321,"message":{"mid":"aWdfOUT0002","is_echo":true,
            "attachments":[{"type":"template","payload":{{template}} }]} }]}]}
            """);

        DirectRequest.Open(body).ReadFor(Account).ShouldHaveSingleItem().ShouldBeOfType<InboundEvent.MessageEchoed>().Content
            .ShouldBe(new MessageContent.Text("What next?"));
    }

    [Fact]
    public void Read_names_a_message_and_means_those_before_it_too()
    {
        var events = Samples.Read("\"read\"");

        events[0].ShouldBeOfType<InboundEvent.DeliveryReported>().ShouldSatisfyAllConditions(
            read => read.Id.ShouldBe(new PlatformMessageId("aWdfOUT0001")), read => read.Report.ShouldBe(DeliveryReport.Read));
        events[1].ShouldBeOfType<InboundEvent.WatermarkReported>().Report.ShouldBe(DeliveryReport.Read);
    }

    [Theory]
    [InlineData("\"react\"", "❤️")]
    [InlineData("\"unreact\"")]
    public void Reactions_come_and_go(string words, params string[] emojis) =>
        Samples.Read<InboundEvent.ReactionsChanged>(words).Emojis.ShouldBe(emojis);

    [Fact]
    public void A_question_to_begin_with_is_a_press() => Samples.Content<MessageContent.Menu>("aWdf0030").Key.ShouldBe("ICE_BEGIN");

    [Fact]
    public void A_link_that_led_to_us_is_told() => Samples.Read<InboundEvent.ContactEvent>("IGME").Detail.ShouldBe("promo_42, IGME");

    [Fact]
    public void An_edit_has_the_new_words() =>
        Samples.Read<InboundEvent.MessageEdited>("\"num_edit\":1").Content.ShouldBe(new MessageContent.Text("Do you have size L?"));

    [Fact]
    public void An_edit_that_comes_before_its_message_changes_nothing() => Samples.Read("aWdf0040").ShouldBeEmpty();

    [Fact]
    public void The_test_button_of_the_dashboard_is_taken_and_ignored()
    {
        const string body = """
            { "object": "instagram", "entry": [ { "id": "0", "time": 1767225640, "changes": [ { "field": "messages",
            "value": { "sender": { "id": "12334" }, "timestamp": "1527459824", "message": { "mid": "random_mid", "text": "random_text" } } } ] } ] }
            """;

        DirectRequest.Open(Encoding.UTF8.GetBytes(body)).ReadFor(Account).ShouldBeEmpty();
    }
}

using Rozmova.Messaging;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramInboundMessageTests
{
    [Fact]
    public void A_text_comes_with_its_writer_its_chat_and_its_time()
    {
        var received = Received("text");

        received.ShouldSatisfyAllConditions(
            () => received.Chat.ShouldBe("5551234567"),
            () => received.Id.ShouldBe(new PlatformMessageId("4021", "5551234567")),
            () => received.Sequence.ShouldBe(4021),
            () => received.SentAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            () => received.From.Name.ShouldBe("Olena Koval"),
            () => received.From.Username.ShouldBe("olena_k"),
            () => received.From.Language.ShouldBe("uk"),
            () => received.From.Id.ShouldBeNull(),
            () => received.ReplyTo.ShouldBeNull(),
            () => received.AcknowledgeKey.ShouldBeNull(),
            () => received.Content.ShouldBe(new MessageContent.Text("Size M 👍 see example.com")));
    }

    [Fact]
    public void A_start_link_keeps_its_payload() =>
        Received("start").Content.ShouldBe(new MessageContent.Text("/start promo_42"));

    [Fact]
    public void A_reply_to_an_older_message_keeps_the_link() =>
        Received("reply").ReplyTo.ShouldBe(new PlatformMessageId("4019", "5551234567"));

    [Theory]
    [InlineData("photo", MediaKind.Image, "AgACAgIAAx-x", "image/jpeg", null, 190455, "Here is the label")]
    [InlineData("album-1", MediaKind.Image, "AgACAg-1", "image/jpeg", null, 150001, "Both sides")]
    [InlineData("album-2", MediaKind.Image, "AgACAg-2", "image/jpeg", null, 150777, null)]
    [InlineData("voice", MediaKind.Voice, "AwACAgIAAx01", "audio/ogg", null, 28110, null)]
    [InlineData("audio", MediaKind.Audio, "CQACAgIAAx02", "audio/mp4", "song.m4a", 5161000, "the jingle")]
    [InlineData("video", MediaKind.Video, "BAACAgIAAx03", "video/quicktime", "clip.mov", 2940000, null)]
    [InlineData("video-note", MediaKind.Video, "DQACAgIAAx04", "video/mp4", null, 790000, null)]
    [InlineData("animation", MediaKind.Video, "CgACAgIAAx06", "video/mp4", null, 120000, null)]
    [InlineData("document", MediaKind.File, "BQACAgIAAx05", "application/pdf", "../../рахунок 17.pdf", 88123, null)]
    [InlineData("sticker", MediaKind.Sticker, "CAACAgIAAx07", "image/webp", null, 21000, null)]
    [InlineData("sticker-animated", MediaKind.Sticker, "CAACAgIAAx08", "application/x-tgsticker", null, 9000, null)]
    [InlineData("sticker-video", MediaKind.Sticker, "CAACAgIAAx09", "video/webm", null, 64000, null)]
    public void A_file_comes_with_what_is_needed_to_fetch_and_show_it(
        string sample, MediaKind kind, string fileId, string mimeType, string? name, long size, string? caption)
    {
        var file = new Attachment { RemoteKey = fileId, MimeType = mimeType, FileName = name, Size = size };

        Received(sample).Content.ShouldBe(new MessageContent.Media(kind, file, caption));
    }

    [Fact]
    public void The_items_of_an_album_are_messages_of_their_own() =>
        Received("album-1").Id.ShouldNotBe(Received("album-2").Id);

    [Fact]
    public void A_place_is_a_point() =>
        Received("location").Content.ShouldBe(new MessageContent.Location(50.4501, 30.5234, null));

    [Fact]
    public void A_venue_is_a_point_with_its_name_and_address() =>
        Received("venue").Content.ShouldBe(new MessageContent.Location(50.4501, 30.5234, "Main office, 1 Example St"));

    [Fact]
    public void A_shared_contact_has_name_and_number() =>
        Received("contact").Content.ShouldBe(new MessageContent.ContactCard("Olena Koval", "+380501112233"));

    [Theory]
    [InlineData("dice", "dice")]
    [InlineData("poll", "poll")]
    public void A_kind_we_cannot_show_is_kept_by_its_name(string sample, string kind) =>
        Received(sample).Content.ShouldBe(new MessageContent.Unsupported(kind));

    [Fact]
    public void A_kind_we_cannot_show_is_read_by_its_caption_if_it_has_one() =>
        Received("paid-media").Content.ShouldBe(new MessageContent.Text("The full catalogue"));

    [Fact]
    public void In_a_group_the_writer_has_an_id_and_the_chat_a_title()
    {
        var received = Received("group-text");

        received.Chat.ShouldBe("-1001234567890");
        received.From.Id.ShouldBe("5551234567");
        received.From.ChatTitle.ShouldBe("Wholesale");
        received.ReplyTo.ShouldBe(new PlatformMessageId("70", "-1001234567890"));
    }

    [Fact]
    public void An_anonymous_admin_writes_in_the_name_of_the_group()
    {
        var received = Received("group-anonymous");

        received.From.Id.ShouldBe("-1001234567890");
        received.From.Name.ShouldBe("Wholesale");
    }

    [Fact]
    public void A_forum_topic_is_a_conversation_of_its_own_in_which_not_everything_is_a_reply()
    {
        var received = Received("topic-text");

        received.Chat.ShouldBe("-1001234567890/7");
        received.Id.Key.ShouldBe("83/-1001234567890");
        received.ReplyTo.ShouldBeNull();
    }

    [Fact]
    public void A_channel_post_is_a_message_of_the_channel()
    {
        var received = Received("channel-post");

        received.Chat.ShouldBe("-1009876543210");
        received.From.Name.ShouldBe("Shop news");
        received.Content.ShouldBe(new MessageContent.Text("New in stock"));
    }

    [Fact]
    public void A_customer_of_a_business_account_is_answered_through_its_connection()
    {
        var received = Received("business-message");

        received.Chat.ShouldBe("5551234567@bcn_01");
        received.Id.ShouldBe(new PlatformMessageId("881", "5551234567@bcn_01"));
    }

    [Fact]
    public void What_the_owner_of_a_business_account_writes_is_not_a_customers_message() =>
        Sample.Read("business-message-of-owner").ShouldBeEmpty();

    private static InboundEvent.MessageReceived Received(string sample) => Sample.Read<InboundEvent.MessageReceived>(sample);
}

using System.Text;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramInboundEventTests
{
    private static readonly PlatformMessageId FirstMessage = new("4021", "5551234567");

    [Fact]
    public void An_edit_names_the_message_its_new_text_and_its_time()
    {
        var edited = Sample.Read<InboundEvent.MessageEdited>("edited-text");

        edited.Id.ShouldBe(FirstMessage);
        edited.Content.ShouldBe(new MessageContent.Text("Size L please"));
        edited.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225600));
        edited.EditedAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225655));
    }

    [Fact]
    public void A_live_location_moves_by_edits() =>
        Sample.Read<InboundEvent.MessageEdited>("edited-live-location").Content
            .ShouldBe(new MessageContent.Location(50.4547, 30.5238, null));

    [Theory]
    [InlineData("edited-channel-post", "5/-1009876543210")]
    [InlineData("edited-business-message", "881/5551234567@bcn_01")]
    public void Posts_and_business_messages_are_edited_too(string sample, string key) =>
        Sample.Read<InboundEvent.MessageEdited>(sample).Id.Key.ShouldBe(key);

    [Fact]
    public void Deleted_business_messages_are_deleted_one_by_one() =>
        Sample.Read("deleted-business-messages").Cast<InboundEvent.MessageDeleted>().Select(deleted => deleted.Id.Key)
            .ShouldBe(["881/5551234567@bcn_01", "882/5551234567@bcn_01"]);

    [Fact]
    public void A_pressed_button_is_a_menu_message_with_its_data_and_its_label()
    {
        var press = Sample.Read<InboundEvent.MessageReceived>("press");

        var menu = press.Content.ShouldBeOfType<MessageContent.Menu>();
        menu.Key.ShouldBe("size:L");
        menu.Body.ShouldBe("Large");
        press.Chat.ShouldBe("5551234567");
        press.Id.Key.ShouldBe("cb2384000000000000001/5551234567");
        press.ReplyTo.ShouldBe(new PlatformMessageId("4019", "5551234567"));
        press.AcknowledgeKey.ShouldBe("2384000000000000001");
        press.SentAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("press-inaccessible", "size:M")]
    [InlineData("press-inline", "more")]
    public void A_press_whose_label_is_not_known_shows_its_data(string sample, string data)
    {
        var press = Sample.Read<InboundEvent.MessageReceived>(sample);

        press.Chat.ShouldBe("5551234567");
        press.Content.ShouldBeOfType<MessageContent.Menu>().Body.ShouldBe(data);
    }

    [Fact]
    public void The_button_of_a_game_is_shown_as_unsupported_and_still_acknowledged()
    {
        var press = Sample.Read<InboundEvent.MessageReceived>("press-game");

        press.Content.ShouldBe(new MessageContent.Unsupported("callback_game"));
        press.AcknowledgeKey.ShouldBe("2384000000000000004");
    }

    [Theory]
    [InlineData("blocked", ContactEventKind.Blocked, "u731000122/5551234567")]
    [InlineData("unblocked", ContactEventKind.Unblocked, "u731000123/5551234567")]
    public void Blocking_the_bot_and_coming_back_are_events(string sample, ContactEventKind kind, string key)
    {
        var change = Sample.Read<InboundEvent.ContactEvent>(sample);

        change.Kind.ShouldBe(kind);
        change.Id.Key.ShouldBe(key);
        change.From.Name.ShouldBe("Olena Koval");
        change.At.ShouldNotBeNull();
    }

    [Fact]
    public void Becoming_an_administrator_changes_nothing_for_us() => Sample.Read("promoted").ShouldBeEmpty();

    [Fact]
    public void Reactions_are_told_as_they_are_now()
    {
        var reactions = Sample.Read<InboundEvent.ReactionsChanged>("reaction");

        reactions.Id.ShouldBe(new PlatformMessageId("4019", "-1001234567890"));
        reactions.Emojis.ShouldBe(["👍", "❔", "⭐"]);
        reactions.At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1767225710));
    }

    [Fact]
    public void A_reaction_taken_back_leaves_none() =>
        Sample.Read<InboundEvent.ReactionsChanged>("reaction-removed").Emojis.ShouldBeEmpty();

    [Theory]
    [InlineData("group-moved")]
    [InlineData("group-arrived")]
    public void A_group_that_became_a_supergroup_goes_on_under_the_new_id(string sample)
    {
        var moved = Sample.Read<InboundEvent.ChatMoved>(sample);

        moved.Chat.ShouldBe("-400000001");
        moved.NewChat.ShouldBe("-1001234567890");
    }

    [Theory]
    [InlineData("unknown-with-chat", "-1001234567890", "chat_join_request")]
    [InlineData("unknown-with-user", "5551234567", "inline_query")]
    public void An_update_of_an_unknown_kind_is_shown_in_the_chat_it_names(string sample, string chat, string kind)
    {
        var received = Sample.Read<InboundEvent.MessageReceived>(sample);

        received.Chat.ShouldBe(chat);
        received.Content.ShouldBe(new MessageContent.Unsupported(kind));
        received.From.Name.ShouldBe("Olena Koval");
    }

    [Fact]
    public void An_update_that_concerns_nobody_is_nothing_for_us() => Sample.Read("unknown-of-nobody").ShouldBeEmpty();

    [Fact]
    public void An_update_of_no_kind_is_nothing_for_us() =>
        TelegramInbound.Read(Encoding.UTF8.GetBytes("""{ "update_id": 1 }""")).ShouldBeEmpty();
}

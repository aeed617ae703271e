using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

/// <summary>The bytes of one update to what happened. Pure. Hot path: every message of a Telegram customer comes through here, twice.</summary>
internal static class TelegramInbound
{
    private const string Blocked = "kicked";
    private const string Left = "left";
    private const long LastSecond = 253_402_300_799;

    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var update = JsonSerializer.Deserialize(body.Span, TelegramJson.Default.Update);
            return update is { UpdateId: { } id } ? Read(update, id, body) : throw Unreadable("it is not an update");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Broken JSON, a field of another type, text that is not Unicode. Not passed on as the inner exception: it may quote the content.
            throw Unreadable($"look at {(exception as JsonException)?.Path ?? "$"}");
        }
    }

    private static IReadOnlyList<InboundEvent> Read(Update update, long id, ReadOnlyMemory<byte> body) => update switch
    {
        { Message: { } message } => [ReadMessage(message, body)],
        { BusinessMessage: { } message } => ReadBusinessMessage(message, body),
        { ChannelPost: { } message } => [ReadMessage(message, body)],
        { EditedMessage: { } message } => [ReadEdit(message, body)],
        { EditedBusinessMessage: { } message } => [ReadEdit(message, body)],
        { EditedChannelPost: { } message } => [ReadEdit(message, body)],
        { DeletedBusinessMessages: { } deleted } => ReadDeleted(deleted),
        { CallbackQuery: { } query } => [ReadPress(query)],
        { MessageReaction: { } reaction } => [ReadReaction(reaction)],
        { MyChatMember: { } change } => ReadMembership(change, id),
        { Others: { } others } => TelegramUnknown.Read(others, id),
        _ => [],
    };

    private static InboundEvent ReadMessage(Message message, ReadOnlyMemory<byte> body)
    {
        var address = AddressOf(message);
        if (message.MigrateToChatId is { } newChat)
        {
            return new InboundEvent.ChatMoved { Chat = address.ToString(), NewChat = new ChatAddress(newChat).ToString() };
        }

        if (message.MigrateFromChatId is { } oldChat)
        {
            return new InboundEvent.ChatMoved { Chat = new ChatAddress(oldChat).ToString(), NewChat = address.ToString() };
        }

        var chat = address.ToString();
        var scope = address.Topic is null ? chat : address.Scope;
        return new InboundEvent.MessageReceived
        {
            Chat = chat,
            Id = MessageIdOf(message.MessageId, scope),
            From = SenderOf(message),
            SentAt = TimeOf(message.Date),
            Sequence = message.MessageId,
            Content = TelegramContent.Read(message, body),
            ReplyTo = ReplyOf(message, scope),
        };
    }

    /// <summary>A business account shows us both sides of its chats; what the owner wrote in the app is not a customer's message.</summary>
    private static IReadOnlyList<InboundEvent> ReadBusinessMessage(Message message, ReadOnlyMemory<byte> body) =>
        message.From?.Id == message.Chat?.Id ? [ReadMessage(message, body)] : [];

    private static InboundEvent.MessageEdited ReadEdit(Message message, ReadOnlyMemory<byte> body)
    {
        var address = AddressOf(message);
        return new InboundEvent.MessageEdited
        {
            Chat = address.ToString(),
            Id = MessageIdOf(message.MessageId, address.Scope),
            From = SenderOf(message),
            SentAt = TimeOf(message.Date),
            EditedAt = TimeOf(message.EditDate ?? message.Date) ?? DateTimeOffset.UnixEpoch,
            Content = TelegramContent.Read(message, body),
        };
    }

    private static InboundEvent[] ReadDeleted(DeletedMessages deleted)
    {
        var address = new ChatAddress(Known(deleted.Chat).Id, Connection: deleted.BusinessConnectionId);
        var chat = address.ToString();
        return [.. (deleted.MessageIds ?? []).Select(id => new InboundEvent.MessageDeleted { Chat = chat, Id = MessageIdOf(id, chat) })];
    }

    private static InboundEvent.MessageReceived ReadPress(CallbackQuery query)
    {
        var from = query.From ?? throw Unreadable("a pressed button without a person");
        var key = query.Id ?? throw Unreadable("a pressed button without an id");
        var address = query.Message is { } message
            ? AddressOf(message.Chat, message.IsTopicMessage ? message.MessageThreadId : null, message.BusinessConnectionId)
            : new ChatAddress(from.Id);
        return new InboundEvent.MessageReceived
        {
            Chat = address.ToString(),
            Id = new PlatformMessageId($"cb{key}", address.Scope),
            From = ProfileOf(from, query.Message?.Chat),
            Content = query.Data is { } data
                ? new MessageContent.Menu(LabelOf(query.Message, data), data, [])
                : new MessageContent.Unsupported("callback_game"),
            ReplyTo = query.Message is { } pressed ? MessageIdOf(pressed.MessageId, address.Scope) : null,
            AcknowledgeKey = key,
        };
    }

    /// <summary>What stood on the button: Telegram sends its data only, but mostly the keyboard with it.</summary>
    private static string LabelOf(PressedMessage? message, string data)
    {
        foreach (var row in message?.ReplyMarkup?.InlineKeyboard ?? [])
        {
            foreach (var button in row ?? [])
            {
                if (button?.CallbackData == data)
                {
                    return button.Text ?? data;
                }
            }
        }

        return data;
    }

    private static InboundEvent.ReactionsChanged ReadReaction(MessageReaction reaction)
    {
        var chat = new ChatAddress(Known(reaction.Chat).Id).ToString();
        return new InboundEvent.ReactionsChanged
        {
            Chat = chat,
            Id = MessageIdOf(reaction.MessageId, chat),
            Emojis = [.. (reaction.NewReaction ?? []).Select(EmojiOf)],
            At = TimeOf(reaction.Date) ?? DateTimeOffset.UnixEpoch,
        };
    }

    private static string EmojiOf(ReactionType? reaction) => reaction switch
    {
        { Emoji: { } emoji } => emoji,
        { Type: "paid" } => "⭐",
        _ => "❔", // a custom emoji is a picture without a character of its own
    };

    /// <summary>In a private chat the person blocked or unblocked the bot; in a group somebody removed or added it.</summary>
    private static InboundEvent[] ReadMembership(MembershipChange change, long updateId)
    {
        var was = IsOut(change.OldChatMember);
        var isNow = IsOut(change.NewChatMember);
        if (was == isNow)
        {
            return [];
        }

        var chat = new ChatAddress(Known(change.Chat).Id).ToString();
        return
        [
            new InboundEvent.ContactEvent
            {
                Chat = chat,
                Id = UpdateIdOf(updateId, chat),
                From = ProfileOf(change.From ?? throw Unreadable("a change of membership without a person"), change.Chat),
                Kind = isNow ? ContactEventKind.Blocked : ContactEventKind.Unblocked,
                At = TimeOf(change.Date),
            },
        ];
    }

    private static bool IsOut(Membership? membership) => membership?.Status is Blocked or Left;

    private static ChatAddress AddressOf(Message message) =>
        AddressOf(message.Chat, message.IsTopicMessage ? message.MessageThreadId : null, message.BusinessConnectionId);

    private static ChatAddress AddressOf(Chat? chat, long? topic, string? connection) => new(Known(chat).Id, topic, connection);

    private static Chat Known(Chat? chat) => chat is { Id: not 0 } ? chat : throw Unreadable("it names no chat");

    /// <summary>Every message of a topic formally answers the one that opened it; that is not a reply.</summary>
    private static PlatformMessageId? ReplyOf(Message message, string scope) => message.ReplyToMessage switch
    {
        null => null,
        { MessageId: var id } when message.IsTopicMessage && id == message.MessageThreadId => null,
        { MessageId: var id } => MessageIdOf(id, scope),
    };

    private static Profile SenderOf(Message message) => message switch
    {
        { SenderChat: { } sender } => new Profile { Id = new ChatAddress(sender.Id).ToString(), Name = sender.Title, ChatTitle = message.Chat?.Title },
        { From: { } from } => ProfileOf(from, message.Chat),
        _ => new Profile { Name = message.Chat?.Title, ChatTitle = message.Chat?.Title },
    };

    /// <summary>Groups have negative ids: there the person is one of many and needs an id of their own.</summary>
    internal static Profile ProfileOf(User user, Chat? chat) => new()
    {
        Id = chat is { Id: < 0 } ? user.Id.ToString(CultureInfo.InvariantCulture) : null,
        Name = string.IsNullOrEmpty(user.LastName) ? user.FirstName : $"{user.FirstName} {user.LastName}",
        Username = user.Username,
        Language = user.LanguageCode,
        ChatTitle = chat?.Title,
    };

    /// <summary>The id of something that is no message.</summary>
    internal static PlatformMessageId UpdateIdOf(long updateId, string scope) =>
        new(string.Create(CultureInfo.InvariantCulture, $"u{updateId}"), scope);

    /// <summary>Null for 0, which Telegram writes where it hides the time.</summary>
    internal static DateTimeOffset? TimeOf(long seconds) => seconds switch
    {
        0 => null,
        < 0 or > LastSecond => throw Unreadable("a time that does not exist"),
        _ => DateTimeOffset.FromUnixTimeSeconds(seconds),
    };

    internal static UnreadableWebhookException Unreadable(string what) => new($"The update cannot be read: {what}.");

    private static PlatformMessageId MessageIdOf(long id, string scope) => new(id.ToString(CultureInfo.InvariantCulture), scope);
}

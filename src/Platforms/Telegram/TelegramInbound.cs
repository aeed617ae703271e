using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

/// <summary>The bytes of one update to what happened. Pure. Hot path: everything Telegram customers do comes by here.</summary>
internal static class TelegramInbound
{
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
            // Broken JSON, a field of another type, text that is not Unicode.
            // Not passed on as the inner exception, which may quote the content; the path does not.
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
        { CallbackQuery: { } query } => [TelegramPress.Read(query)],
        { MessageReaction: { } reaction } => [ReadReaction(reaction)],
        { MyChatMember: { } change } => TelegramMembership.Read(change, id),
        { Others: { } others } => TelegramUnknown.Read(others, id),
        _ => [],
    };

    private static InboundEvent ReadMessage(Message message, ReadOnlyMemory<byte> body)
    {
        var address = AddressOf(message);
        var chat = address.ToString();
        if (message.MigrateToChatId is { } newChat)
        {
            return new InboundEvent.ChatMoved { Chat = chat, NewChat = new ChatAddress(newChat).ToString() };
        }

        if (message.MigrateFromChatId is { } oldChat)
        {
            return new InboundEvent.ChatMoved { Chat = new ChatAddress(oldChat).ToString(), NewChat = chat };
        }

        var scope = address.Topic is null ? chat : address.Scope;
        return new InboundEvent.MessageReceived
        {
            Chat = chat,
            Id = MessageIdOf(message.MessageId, scope),
            From = TelegramProfile.OfSender(message),
            SentAt = TimeOf(message.Date),
            Sequence = message.MessageId,
            Content = TelegramContent.Read(message, body),
            ReplyTo = ReplyOf(message, scope),
        };
    }

    /// <summary>A business account shows us both sides of its chats; what its owner writes in the app is not for us.</summary>
    private static IReadOnlyList<InboundEvent> ReadBusinessMessage(Message message, ReadOnlyMemory<byte> body) =>
        message.From?.Id == message.Chat?.Id ? [ReadMessage(message, body)] : [];

    private static InboundEvent.MessageEdited ReadEdit(Message message, ReadOnlyMemory<byte> body)
    {
        var address = AddressOf(message);
        return new InboundEvent.MessageEdited
        {
            Chat = address.ToString(),
            Id = MessageIdOf(message.MessageId, address.Scope),
            From = TelegramProfile.OfSender(message),
            SentAt = TimeOf(message.Date),
            Sequence = message.MessageId,
            ReplyTo = ReplyOf(message, address.Scope),
            EditedAt = TimeOf(message.EditDate ?? message.Date) ?? DateTimeOffset.UnixEpoch,
            Content = TelegramContent.Read(message, body),
        };
    }

    private static InboundEvent[] ReadDeleted(DeletedMessages deleted)
    {
        var chat = new ChatAddress(IdOf(deleted.Chat), Connection: deleted.BusinessConnectionId).ToString();
        var ids = (deleted.MessageIds ?? []).Select(id => MessageIdOf(id, chat));
        return [.. ids.Select(id => new InboundEvent.MessageDeleted { Chat = chat, Id = id })];
    }

    private static InboundEvent.ReactionsChanged ReadReaction(MessageReaction reaction)
    {
        var chat = new ChatAddress(IdOf(reaction.Chat)).ToString();
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

    private static ChatAddress AddressOf(Message message) =>
        new(IdOf(message.Chat), message.IsTopicMessage ? message.MessageThreadId : null, message.BusinessConnectionId);

    /// <summary>Every message of a topic formally answers the one that opened it; that is not a reply.</summary>
    private static PlatformMessageId? ReplyOf(Message message, string scope) => message.ReplyToMessage switch
    {
        null => null,
        { MessageId: var id } when message.IsTopicMessage && id == message.MessageThreadId => null,
        { MessageId: var id } => MessageIdOf(id, scope),
    };

    internal static long IdOf(Chat? chat) => chat is { Id: not 0 and var id } ? id : throw Unreadable("it names no chat");

    internal static PlatformMessageId MessageIdOf(long id, string scope) =>
        id != 0 ? new(id.ToString(CultureInfo.InvariantCulture), scope) : throw Unreadable("a message without an id");

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
}

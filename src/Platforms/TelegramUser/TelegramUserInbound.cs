using System.Globalization;
using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>The bytes of one update to what happened. Pure.</summary>
internal static class TelegramUserInbound
{
    private const long LastSecond = 253_402_300_799;

    public static IReadOnlyList<InboundEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, TelegramUserJson.Default.TdUpdate) is { } update
                ? Read(update)
                : throw Unreadable("it is not an update");
        }
        catch (Exception exception) when (
            exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // Broken JSON, or a member of another type or missing. Not passed on: it may quote the content; the path does not.
            throw Unreadable($"look at {(exception as JsonException)?.Path ?? "$"}");
        }
    }

    /// <summary>What a person's files are fetched by: a file's own id is forgotten with TDLib's process.</summary>
    public static string KeyOf(long chat, long message) => string.Create(CultureInfo.InvariantCulture, $"{chat}/{message}");

    /// <summary>Messages are numbered by account for people's chats, by chat for others; the chat is in the id for both.</summary>
    public static PlatformMessageId IdOf(long chat, long message) => message != 0
        ? new(message.ToString(CultureInfo.InvariantCulture), ChatOf(chat))
        : throw Unreadable("a message without an id");

    private static InboundEvent[] Read(TdUpdate update) => update switch
    {
        { Message: { } message } when TelegramUserContent.IsAnnouncement(message.Content) => [],
        { Type: "updateNewMessage", Message: { IsOutgoing: true } message } => [ReadEcho(message)],
        { Type: "updateNewMessage", Message: { } message } => [ReadMessage(message, update.User)],
        { Type: "updateMessageEdited", Message: { IsOutgoing: false } message } => [ReadEdit(message, update.User)],
        { Type: "updateMessageSendSucceeded", Message: { } message, OurMessage: { } ours } => [ReadConfirmed(message, new MessageId(ours))],
        { Type: "updateDeleteMessages" } => [.. update.MessageIds.Select(id => ReadDeleted(update.ChatId, id))],
        { Type: "updateChatReadOutbox" } => ReadReceipts(update),
        { Type: "updateMessageInteractionInfo" } => [ReadReactions(update)],
        { Type: "updateChatAction" } => [new InboundEvent.Typing { Chat = ChatOf(update.ChatId) }],
        _ => [],
    };

    private static InboundEvent.MessageReceived ReadMessage(TdMessage message, TdUser? from) => new()
    {
        Chat = ChatOf(message.ChatId),
        Id = IdOf(message.ChatId, message.Id),
        From = ProfileOf(from),
        SentAt = TimeOf(message.Date),
        Sequence = message.Id,
        Content = ContentOf(message),
        ReplyTo = ReplyOf(message),
    };

    /// <summary>Written on the account's phone or another of its devices.</summary>
    private static InboundEvent.MessageEchoed ReadEcho(TdMessage message) => new()
    {
        Chat = ChatOf(message.ChatId),
        Id = IdOf(message.ChatId, message.Id),
        SentAt = TimeOf(message.Date),
        Content = ContentOf(message),
        ReplyTo = ReplyOf(message),
    };

    private static InboundEvent.MessageEdited ReadEdit(TdMessage message, TdUser? from) => new()
    {
        Chat = ChatOf(message.ChatId),
        Id = IdOf(message.ChatId, message.Id),
        From = ProfileOf(from),
        SentAt = TimeOf(message.Date),
        Sequence = message.Id,
        EditedAt = TimeOf(message.EditDate),
        Content = ContentOf(message),
        ReplyTo = ReplyOf(message),
    };

    private static InboundEvent.SendConfirmed ReadConfirmed(TdMessage message, MessageId ours) => new()
    {
        Chat = ChatOf(message.ChatId),
        Id = IdOf(message.ChatId, message.Id),
        Message = ours,
        SentAt = TimeOf(message.Date),
    };

    private static InboundEvent.MessageDeleted ReadDeleted(long chat, long message) =>
        new() { Chat = ChatOf(chat), Id = IdOf(chat, message) };

    /// <summary>The one message for certain, and by its time those before it: Telegram's times are whole seconds, ours are not.</summary>
    private static InboundEvent[] ReadReceipts(TdUpdate update)
    {
        var (chat, id) = (ChatOf(update.ChatId), IdOf(update.ChatId, update.LastReadOutboxMessageId));
        var read = new InboundEvent.DeliveryReported { Chat = chat, Id = id, Report = DeliveryReport.Read };
        return update.Date == 0
            ? [read]
            : [read, new InboundEvent.WatermarkReported { Chat = chat, Report = DeliveryReport.Read, UpTo = TimeOf(update.Date) }];
    }

    /// <summary>Of a chat of two, what we did not choose ourselves is theirs.</summary>
    private static InboundEvent.ReactionsChanged ReadReactions(TdUpdate update) => new()
    {
        Chat = ChatOf(update.ChatId),
        Id = IdOf(update.ChatId, update.MessageId),
        Emojis =
        [
            .. (update.InteractionInfo?.Reactions?.Reactions ?? [])
                .Where(reaction => reaction.TotalCount > (reaction.IsChosen ? 1 : 0))
                .Select(reaction => reaction.Type.Emoji ?? "❔"), // a custom emoji is a picture without a character of its own
        ],
        At = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(update.Date, 0, LastSecond * 1000)),
    };

    private static MessageContent ContentOf(TdMessage message) => TelegramUserContent.Read(message.Content, KeyOf(message.ChatId, message.Id));

    /// <summary>A reply to something in another chat has nothing here to point to.</summary>
    private static PlatformMessageId? ReplyOf(TdMessage message) =>
        message.ReplyTo is { MessageId: not 0 } reply && (reply.ChatId == message.ChatId || reply.ChatId == 0)
            ? IdOf(message.ChatId, reply.MessageId)
            : null;

    private static Profile ProfileOf(TdUser? user) => user is null ? new Profile() : new Profile
    {
        Name = $"{user.FirstName} {user.LastName}".Trim() is { Length: > 0 } name ? name : null,
        Username = user.Usernames?.ActiveUsernames.FirstOrDefault(),
        Phone = user.PhoneNumber is { Length: > 0 } phone ? $"+{phone.TrimStart('+')}" : null,
    };

    private static string ChatOf(long chat) => chat != 0
        ? chat.ToString(CultureInfo.InvariantCulture)
        : throw Unreadable("it names no chat");

    private static DateTimeOffset TimeOf(long seconds) => seconds is >= 0 and <= LastSecond
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : throw Unreadable("a time that does not exist");

    private static UnreadableWebhookException Unreadable(string what) => new($"The update cannot be read: {what}.");
}

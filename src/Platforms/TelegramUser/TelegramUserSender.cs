using System.Globalization;
using System.Text.Json.Nodes;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Sends, edits and deletes through the channel's session.</summary>
internal sealed class TelegramUserSender(UserSessions sessions, TimeProvider time)
{
    private const long SlowestUploadPerSecond = 128 * 1024;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan UntilOpen = TimeSpan.FromSeconds(1);

    private static readonly SendOutcome NoSuchChat = TelegramUserOutcome.Refused(
        SendErrors.ChatNotFound, "This is not the id of a Telegram user.");

    private static readonly SendOutcome NoSuchKind = TelegramUserOutcome.Refused(
        SendErrors.NotSupported, "A Telegram account cannot send this kind of message.");

    public async Task<SendOutcome> SendAsync(ChannelConnection channel, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (!TryNumber(message.Chat, out var chat))
        {
            return NoSuchChat;
        }

        var session = sessions.Find(channel.Id);
        if (Hindrance(session) is { } hindrance)
        {
            return hindrance;
        }

        if (message.Content is not MessageContent.Media media)
        {
            return TelegramUserOutbound.ContentOf(message.Content, null) is { } content
                ? await SendAsync(session!, message, chat, content, CallTimeout, cancellationToken)
                : NoSuchKind;
        }

        return await SendFileAsync(session!, message, chat, media, cancellationToken);
    }

    public async Task<SendOutcome> EditAsync(
        ChannelConnection channel, OutboundMessage message, PlatformMessageId target, CancellationToken cancellationToken)
    {
        var request = (TryNumber(message.Chat, out var chat), TryNumber(target.Id, out var id), message.Content) switch
        {
            (true, true, MessageContent.Text text) => TdRequests.EditText(chat, id, TelegramUserOutbound.ContentOf(text, null)!),
            (true, true, MessageContent.Media media) => TdRequests.EditCaption(chat, id, TelegramUserOutbound.Words(media.Caption)),
            _ => null,
        };
        return request is null ? NoSuchKind : await ChangeAsync(channel, request, target, cancellationToken);
    }

    public async Task<SendOutcome> DeleteAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, CancellationToken cancellationToken) =>
        TryNumber(chat, out var number) && TryNumber(target.Id, out var id)
            ? await ChangeAsync(channel, TdRequests.Delete(number, id), target, cancellationToken)
            : NoSuchChat;

    /// <summary>Some accounts may leave several: the former one is taken back once the new one is there.</summary>
    public async Task<SendOutcome> ReactAsync(
        ChannelConnection channel, string chat, PlatformMessageId target, string? emoji, string? former,
        CancellationToken cancellationToken)
    {
        if (!TryNumber(chat, out var number) || !TryNumber(target.Id, out var id))
        {
            return NoSuchChat;
        }

        var added = emoji is null
            ? new SendOutcome.Sent(target)
            : await ChangeAsync(channel, TdRequests.AddReaction(number, id, emoji), target, cancellationToken);
        return added is SendOutcome.Sent && former is not null
            ? await ChangeAsync(channel, TdRequests.RemoveReaction(number, id, former), target, cancellationToken)
            : added;
    }

    /// <summary>A number as ids and chats are written.</summary>
    public static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Why nothing can leave now; null when it can. TDLib would keep what it is given until it is connected, for hours if need be.</summary>
    private static SendOutcome? Hindrance(UserSession? session) => session switch
    {
        null or { Step: null } => new SendOutcome.Throttled(UntilOpen, ThrottleScope.Channel),
        { IsReady: false, Report.Detail: var detail } => new SendOutcome.ChannelRejected(detail ?? "The account is not signed in."),
        { IsOnline: false } => new SendOutcome.NotDelivered("Telegram cannot be reached from here."),
        _ => null,
    };

    private async Task<SendOutcome> SendFileAsync(
        UserSession session, OutboundMessage message, long chat, MessageContent.Media media, CancellationToken cancellationToken)
    {
        if (await StoreAsync(session, message, media.File, cancellationToken) is not { } path)
        {
            return TelegramUserOutcome.Refused(SendErrors.FileRefused, "The file to send is no longer there.");
        }

        if (TelegramUserOutbound.ContentOf(media, path) is not { } content)
        {
            return NoSuchKind;
        }

        var outcome = await SendAsync(session, message, chat, content, UploadTimeout(media.File.Size), cancellationToken);
        if (outcome is not SendOutcome.Unknown)
        {
            session.Folder.RemoveSent(message.Id); // else TDLib may still be reading it; the next session removes it
        }

        return outcome;
    }

    private async Task<SendOutcome> SendAsync(
        UserSession session, OutboundMessage message, long chat, JsonObject content, TimeSpan limit, CancellationToken cancellationToken)
    {
        long? replyTo = message.ReplyTo is { } reply && TryNumber(reply.Id, out var id) ? id : null;
        try
        {
            var end = await Attempt();
            if (TdError.In(end) is { } error && TelegramUserOutcome.IsNoChat(error))
            {
                await session.Client.CallAsync(TdRequests.CreatePrivateChat(chat), CallTimeout, cancellationToken);
                end = await Attempt();
            }

            return TelegramUserOutcome.OfSend(end);
        }
        catch (TimeoutException)
        {
            // Should Telegram take it after all, the session hears of it and confirms it.
            return new SendOutcome.Unknown("Telegram has not confirmed the message in time.");
        }

        Task<JsonObject> Attempt() => session.Sends.SendAsync(
            session.Client, TdRequests.Send(chat, (JsonObject)content.DeepClone(), replyTo), message.Id, limit, time, cancellationToken);
    }

    private async Task<SendOutcome> ChangeAsync(
        ChannelConnection channel, JsonObject request, PlatformMessageId target, CancellationToken cancellationToken)
    {
        var session = sessions.Find(channel.Id);
        if (Hindrance(session) is { } hindrance)
        {
            return hindrance;
        }

        try
        {
            return TelegramUserOutcome.OfChange(await session!.Client.CallAsync(request, CallTimeout, cancellationToken), target);
        }
        catch (TimeoutException)
        {
            return new SendOutcome.Unknown("Telegram has not answered in time.");
        }
    }

    private static async Task<string?> StoreAsync(
        UserSession session, OutboundMessage message, Attachment file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = message.OpenFile is { } open ? await open(cancellationToken) : Stream.Null;
            return message.OpenFile is null
                ? null
                : await session.Folder.PutAsync(message.Id, file.FileName ?? "file", content, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing has been sent yet, so this is a plain "no" and must not end as "unknown".
            return null;
        }
    }

    private static TimeSpan UploadTimeout(long? size)
    {
        var wanted = CallTimeout + TimeSpan.FromSeconds((size ?? 0) / SlowestUploadPerSecond);
        return wanted < LongestUpload ? wanted : LongestUpload;
    }
}

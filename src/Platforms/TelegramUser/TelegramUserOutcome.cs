using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>Telegram's errors to a <see cref="SendOutcome"/>, in words an operator understands. Pure. Names as in "core.telegram.org/api/errors".</summary>
internal static class TelegramUserOutcome
{
    public static SendOutcome OfSend(JsonObject end) => (TdError.In(end), end.Inner("message")) switch
    {
        ({ } error, _) => OfError(error),
        (null, { } message) => new SendOutcome.Sent(TelegramUserInbound.IdOf(message.Number("chat_id"), message.Number("id"))),
        _ => new SendOutcome.Unknown("TDLib's answer could not be read."),
    };

    /// <summary>An edit that changes nothing, and a deletion of what is gone, have reached their aim.</summary>
    public static SendOutcome OfChange(JsonObject answer, PlatformMessageId target) => TdError.In(answer) switch
    {
        null => new SendOutcome.Sent(target),
        { } error when error.Says("MESSAGE_NOT_MODIFIED") || error.Says("message is not modified") => new SendOutcome.Sent(target),
        { } error when error.Says("REACTION_INVALID") || error.Says("reaction isn't available") =>
            Refused(SendErrors.NotSupported, "Telegram has no such reaction here."),
        { } error when error.Says("message not found") || error.Says("can't be edited") || error.Says("can't be deleted") =>
            Refused(SendErrors.NotSupported, "Telegram does not let this message be changed (any more)."),
        { } error => OfError(error),
    };

    public static SendOutcome.Refused Refused(string code, string detail) => new(new SendError(code, detail));

    private static SendOutcome OfError(TdError error) => error switch
    {
        { Wait: { } wait } => new SendOutcome.Throttled(wait, ThrottleScope.Channel),
        { Code: 401 } => SignedOut(),
        _ when error.Says("AUTH_KEY_UNREGISTERED") || error.Says("SESSION_REVOKED") || error.Says("SESSION_EXPIRED") => SignedOut(),
        _ when error.Says("INPUT_USER_DEACTIVATED") => Refused(SendErrors.Blocked, "The customer's Telegram account was deleted."),
        _ when error.Says("USER_DEACTIVATED") => new SendOutcome.ChannelRejected("Telegram has closed this account."),
        _ when error.Says("PEER_FLOOD") => Refused(
            SendErrors.Rejected, "Telegram limits this account for writing to strangers; @SpamBot tells for how long."),
        _ when error.Says("USER_PRIVACY_RESTRICTED") => Refused(
            SendErrors.Blocked, "The customer's privacy settings do not let this account write to them."),
        _ when error.Says("YOU_BLOCKED_USER") => Refused(SendErrors.Blocked, "This account has blocked the customer; unblock them in Telegram."),
        _ when error.Says("USER_IS_BLOCKED") => Refused(SendErrors.Blocked, "The customer has blocked this account; only they can undo that."),
        _ when error.Says("CHAT_WRITE_FORBIDDEN") || error.Says("write access") => Refused(
            SendErrors.Blocked, "This account may not write in this chat."),
        _ when IsNoChat(error) || error.Says("PEER_ID_INVALID") || error.Says("user not found") => Refused(
            SendErrors.ChatNotFound, "Telegram does not know this chat, or this account never met the customer."),
        _ when IsAboutFile(error) => Refused(SendErrors.FileRefused, $"Telegram does not take this file: {error.Quote}."),
        { Code: >= 500 } => new SendOutcome.NotDelivered($"Telegram has trouble: {error.Quote}."),
        _ => Refused(SendErrors.Rejected, $"Telegram refused: {error.Quote}."),
    };

    /// <summary>Nothing was sent: TDLib has not loaded the chat since its start, or there is none.</summary>
    public static bool IsNoChat(TdError error) => error.Says("chat not found");

    private static SendOutcome.ChannelRejected SignedOut() =>
        new("The account was signed out of this program; an admin has to sign in again.");

    private static bool IsAboutFile(TdError error) =>
        error.Says("FILE_") || error.Says("PHOTO_") || error.Says("IMAGE_") || error.Says("MEDIA_") || error.Says(" file");
}

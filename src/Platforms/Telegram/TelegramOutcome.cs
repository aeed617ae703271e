using System.Globalization;
using Rozmova.Messaging;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>Telegram's answer to a <see cref="SendOutcome"/>, in words an operator understands. Pure.</summary>
internal static class TelegramOutcome
{
    /// <summary>For an operator, who cannot mend it but can tell who can.</summary>
    private const string TokenAdvice =
        "Telegram does not accept the bot's token; an admin has to put a new one from @BotFather into the settings.";

    /// <summary>Where Telegram asks to wait without saying how long.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(5);

    public static SendOutcome OfSend(PlatformAnswer answer, ChatAddress address) =>
        answer is PlatformAnswer.Accepted { Body: var body } ? OfSent(body, address) : OfFailure(answer);

    /// <summary>An edit that changes nothing has reached its aim.</summary>
    public static SendOutcome OfEdit(PlatformAnswer answer, PlatformMessageId target) => answer switch
    {
        PlatformAnswer.Accepted => new SendOutcome.Sent(target),
        TelegramRejection rejected when rejected.Says("message is not modified") => new SendOutcome.Sent(target),
        _ => OfFailure(answer),
    };

    /// <summary>So has the deletion of what is gone already.</summary>
    public static SendOutcome OfDelete(PlatformAnswer answer, PlatformMessageId target) => answer switch
    {
        PlatformAnswer.Accepted => new SendOutcome.Sent(target),
        TelegramRejection rejected when rejected.Says("message to delete not found") => new SendOutcome.Sent(target),
        _ => OfFailure(answer),
    };

    public static SendOutcome OfReaction(PlatformAnswer answer, PlatformMessageId target) => answer switch
    {
        PlatformAnswer.Accepted => new SendOutcome.Sent(target),
        TelegramRejection rejected when rejected.Says("REACTION_INVALID") => new SendOutcome.Refused(new SendError(
            SendErrors.NotSupported, "Telegram has no such reaction for bots; 👍 ❤ 🔥 👏 and some seventy others it has.")),
        _ => OfFailure(answer),
    };

    /// <summary>It says "ok"; without an id we can read it is most likely sent, but nobody knows as what.</summary>
    private static SendOutcome OfSent(ReadOnlyMemory<byte> body, ChatAddress address)
    {
        if (PlatformJson.Read(body, TelegramJson.Default.GrantedSentMessage)?.Result is not { MessageId: not 0 } sent)
        {
            return new SendOutcome.Unknown("Telegram's answer could not be read.");
        }

        var scope = (address with { Chat = sent.Chat?.Id ?? address.Chat }).Scope;
        return new SendOutcome.Sent(new PlatformMessageId(sent.MessageId.ToString(CultureInfo.InvariantCulture), scope));
    }

    private static SendOutcome OfFailure(PlatformAnswer answer) => answer switch
    {
        TelegramRejection { Code: 401 } => new SendOutcome.ChannelRejected(TokenAdvice),
        TelegramRejection { Code: 429, RetryAfter: var wait } =>
            new SendOutcome.Throttled(wait ?? UnsaidWait, ThrottleScope.Chat),
        TelegramRejection { Code: >= 500 } rejected =>
            new SendOutcome.NotDelivered($"Telegram has trouble: {Quote(rejected)}."),
        TelegramRejection rejected => new SendOutcome.Refused(ErrorOf(rejected)),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.Unknown("Telegram's answer could not be read."),
    };

    private static SendError ErrorOf(TelegramRejection rejected) => rejected switch
    {
        { Code: 413 } => new(SendErrors.FileRefused, "The file is too large for Telegram."),
        { Code: 403 } when rejected.Says("blocked by the user") => new(
            SendErrors.Blocked, "The customer has blocked the bot; only they can undo that."),
        { Code: 403 } when rejected.Says("user is deactivated") => new(
            SendErrors.Blocked, "The customer's Telegram account was deleted."),
        { Code: 403 } when rejected.Says("kicked") || rejected.Says("not a member") => new(
            SendErrors.Blocked, "The bot is no longer in this group; a member has to add it again."),
        { Code: 403 } when rejected.Says("can't initiate") => new(
            SendErrors.ChatNotFound, "The customer has never started the bot, and a bot cannot write first."),
        { Code: 403 } when rejected.Says("was deleted") => new(
            SendErrors.ChatNotFound, "The group was deleted."),
        { Code: 400 } when rejected.Says("chat not found") || rejected.Says("PEER_ID_INVALID") => new(
            SendErrors.ChatNotFound, "Telegram does not know this chat: it is gone, or it never wrote to this bot."),
        { Code: 400 } when IsAboutFile(rejected) => new(
            SendErrors.FileRefused, $"Telegram does not take this file: {Quote(rejected)}."),
        _ => new(SendErrors.Rejected, $"Telegram refused: {Quote(rejected)}."),
    };

    private static bool IsAboutFile(TelegramRejection rejected) =>
        rejected.Says(" file") || rejected.Says("PHOTO_") || rejected.Says("IMAGE_") || rejected.Says("STICKER_");

    private static string Quote(TelegramRejection rejected) =>
        string.Create(CultureInfo.InvariantCulture, $"{rejected.Code} {rejected.Description}");
}

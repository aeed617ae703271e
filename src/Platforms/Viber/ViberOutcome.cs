using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>
/// Viber's answer as an outcome, or as the state of the channel, in words an operator or admin understands. Pure.
/// </summary>
internal static class ViberOutcome
{
    /// <summary>Viber does not say how long to wait.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(10);

    public static SendOutcome OfSend(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted { Body: var body } => OfSent(body),
        ViberRejection rejected => OfRejected(rejected),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.Unknown("Viber's answer could not be read."),
    };

    /// <summary>It says "ok"; without a token we can read it is most likely sent, but nobody knows as what.</summary>
    private static SendOutcome OfSent(ReadOnlyMemory<byte> body) =>
        PlatformJson.Read(body, ViberJson.Default.Reply)?.MessageToken is { Length: > 0 } token
            ? new SendOutcome.Sent(new PlatformMessageId(token))
            : new SendOutcome.Unknown("Viber's answer could not be read.");

    /// <summary>What an answer that matters to the whole channel says about it.</summary>
    public static ConnectionReport ReportOf(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted => ConnectionReport.Connected,
        ViberRejection rejected when AboutAccount(rejected.Status) is { } detail =>
            ConnectionReport.Failed(detail, rejected.RetryAfter),
        ViberRejection { Status: ViberStatus.InvalidUrl } rejected => ConnectionReport.Failed(
            "Viber cannot use our address; it needs https, a certificate of a public authority, and an answer at once: "
            + $"{rejected.Quote}."),
        ViberRejection { Status: ViberStatus.TooManyRequests, RetryAfter: var wait } =>
            ConnectionReport.Failed("Viber asks us to wait.", wait),
        ViberRejection rejected => ConnectionReport.Failed($"Viber says: {rejected.Quote}.", rejected.RetryAfter),
        PlatformAnswer.NoAnswer { Detail: var detail } => ConnectionReport.Failed(detail),
        _ => ConnectionReport.Failed("Viber's answer could not be read."),
    };

    /// <summary>Viber took the message and the customer's device did not: keyboards, for one, are looked at there.</summary>
    public static SendError OfFailedCallback(string? description) => new(
        SendErrors.Rejected,
        string.IsNullOrWhiteSpace(description)
            ? "It failed on the customer's device."
            : $"It failed on the customer's device: {description}.");

    private static SendOutcome OfRejected(ViberRejection rejected) => rejected.Status switch
    {
        ViberStatus.TooManyRequests => new SendOutcome.Throttled(rejected.RetryAfter ?? UnsaidWait, ThrottleScope.Chat),
        var status when AboutAccount(status) is { } detail => new SendOutcome.ChannelRejected(detail),
        var status when Enum.IsDefined(status) => new SendOutcome.Refused(ErrorOf(rejected)),
        _ => new SendOutcome.NotDelivered($"Viber has trouble: {rejected.Quote}."),
    };

    /// <summary>What is wrong with the bot itself, so that nothing can be sent; null where it is about the message.</summary>
    private static string? AboutAccount(ViberStatus status) => status switch
    {
        ViberStatus.InvalidAuthToken =>
            "Viber does not accept the token; copy it from the bot's page in the Viber Admin Panel into the settings.",
        ViberStatus.AccountBlocked => "Viber has blocked this bot; only Viber's support can undo it.",
        ViberStatus.AccountNotFound =>
            "Viber knows no bot with this token; look whether it still exists in the Viber Admin Panel.",
        ViberStatus.AccountSuspended => "Viber has suspended this bot; ask Viber's support for the reason.",
        ViberStatus.WebhookNotSet => "The bot has no webhook at Viber; set PublicUrl and check the channel.",
        _ => null,
    };

    private static SendError ErrorOf(ViberRejection rejected) => rejected.Status switch
    {
        ViberStatus.ReceiverNotRegistered => new(SendErrors.ChatNotFound, "The customer is no longer on Viber."),
        ViberStatus.ReceiverNotSubscribed => new(
            SendErrors.Blocked, "The customer has not subscribed, or unsubscribed; only they can change that, by writing."),
        ViberStatus.NoSuitableDevice => new(SendErrors.NotSupported, "The customer has no device that can show this message."),
        ViberStatus.ApiVersionNotSupported or ViberStatus.IncompatibleWithVersion => new(
            SendErrors.NotSupported, "The customer's Viber is too old to show this message; send it as text."),
        ViberStatus.InchatReplyNotAllowed or ViberStatus.AccountNotInline or ViberStatus.PaymentUnsupported => new(
            SendErrors.NotSupported, $"Viber does not let this bot send such a message: {rejected.Quote}."),
        ViberStatus.UnsupportedCountry =>
            new(SendErrors.Rejected, "Viber does not let this bot write to the customer's country."),
        ViberStatus.FreeMessagesUsedUp => new(
            SendErrors.WindowClosed,
            "The customer last wrote over 24 hours ago, and this month's free messages for that are used up; wait "
            + "until they write."),
        ViberStatus.NoBalance => new(
            SendErrors.WindowClosed,
            "The customer last wrote over 24 hours ago, and the account cannot pay for that; top it up or wait until "
            + "they write."),
        _ => new(SendErrors.Rejected, $"Viber refused: {rejected.Quote}."),
    };
}

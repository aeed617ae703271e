using Rozmova.Messaging;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// Meta's answer to a <see cref="SendOutcome"/>, in words an operator understands ("Messenger Platform", Error Codes; "Graph
/// API", Handle Errors). Pure.
/// </summary>
internal static class DirectOutcome
{
    /// <summary>Where Meta asks to wait without saying how long.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(5);

    public static SendOutcome OfSend(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted { Body: var body } =>
            PlatformJson.Read(body, DirectJson.Default.SentAnswer)?.MessageId is { Length: > 0 } id
                ? new SendOutcome.Sent(new PlatformMessageId(id))
                : new SendOutcome.Unknown("Meta's answer could not be read."),
        _ => OfFailure(answer),
    };

    /// <summary>Templates have a permission of their own: without it everything else is sent as before.</summary>
    public static SendOutcome OfTemplate(PlatformAnswer answer) => answer switch
    {
        MetaRejection { Error: { Code: 10 or 200 } error } when OfSubcode(error) is null or SendOutcome.ChannelRejected =>
            Refused(SendErrors.Rejected, DirectAdvice.Templates(answer)),
        _ => OfSend(answer),
    };

    public static SendOutcome OfReaction(PlatformAnswer answer, PlatformMessageId target) =>
        answer is PlatformAnswer.Accepted ? new SendOutcome.Sent(target) : OfFailure(answer);

    /// <summary>An upload without an answer has sent nothing to anybody.</summary>
    public static SendOutcome OfUpload(PlatformAnswer answer) => OfFailure(answer.BeforeSending());

    private static SendOutcome OfFailure(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        MetaRejection { Status: 429, Error.Code: null, RetryAfter: var wait } => Throttled(wait),
        MetaRejection { Status: 413, Error.Code: null } => Refused(SendErrors.FileRefused, "The file is too large for Meta."),
        MetaRejection { Status: >= 500, Error: { Code: null } error } => Trouble(error),
        MetaRejection { Error: var error, RetryAfter: var wait } => OfError(error, wait),
        _ => new SendOutcome.Unknown("Meta's answer could not be read."),
    };

    private static SendOutcome OfError(MetaError error, TimeSpan? wait) => OfSubcode(error) ?? error.Code switch
    {
        1 or 2 or 1200 => Trouble(error),
        4 or 17 or 32 or 341 or 613 or (>= 80000 and < 81000) => Throttled(wait),
        10 when Says(error, "allowed window") => WindowClosed(),
        102 or 190 => new SendOutcome.ChannelRejected(DirectAdvice.Token(error)),
        10 or 200 or 299 or 368 => new SendOutcome.ChannelRejected(DirectAdvice.Permission(error)),
        230 => Refused(SendErrors.Rejected, "The customer has not allowed messages from this account."),
        551 => NotAvailable(),
        2022 or 2018344 or 2018354 or 10900 or 10903 or 10904 => Refused(
            SendErrors.Rejected, $"Messages to this person are switched off or were used up: {error.Quote}."),
        _ => Refused(SendErrors.Rejected, $"Meta refused: {error.Quote}."),
    };

    /// <summary>The subcode is the narrower answer, and comes under more than one code.</summary>
    private static SendOutcome? OfSubcode(MetaError error) => error.ErrorSubcode switch
    {
        2018278 or 2018065 or 2534022 => WindowClosed(),
        2018001 or 2534014 => Refused(
            SendErrors.ChatNotFound, "Meta does not know this person for this account: the account was deleted, or "
            + "they never wrote here."),
        2018108 or 1545041 => NotAvailable(),
        2018109 or 2018007 or 2018008 or 2018047 or 2018074 or 2534069 => Refused(
            SendErrors.FileRefused, $"Meta does not take this file: {error.Quote}."),
        2534037 => Refused(SendErrors.NotSupported, "The text is too long."),
        1893063 => new SendOutcome.ChannelRejected(DirectAdvice.Permission(error)),
        _ => null,
    };

    private static bool Says(MetaError error, string words) =>
        error.Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static SendOutcome.NotDelivered Trouble(MetaError error) => new($"Meta has trouble: {error.Quote}.");

    private static SendOutcome.Throttled Throttled(TimeSpan? wait) => new(wait ?? UnsaidWait, ThrottleScope.Channel);

    private static SendOutcome.Refused NotAvailable() => Refused(
        SendErrors.Blocked, "The customer cannot be reached: they blocked us or closed their account. Wait until they "
        + "write again.");

    private static SendOutcome.Refused WindowClosed() => Refused(
        SendErrors.WindowClosed,
        "The customer's last message is too long ago: 24 hours, or 7 days where Meta has granted the app the Human "
        + "Agent feature.");

    private static SendOutcome.Refused Refused(string code, string detail) => new(new SendError(code, detail));
}

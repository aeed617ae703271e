using System.Net;
using Rozmova.Messaging;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>WhatsApp's answer to a <see cref="SendOutcome"/>. Pure.</summary>
internal static class WhatsAppOutcome
{
    /// <summary>Where WhatsApp asks to wait without saying how long.</summary>
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(10);

    /// <summary>A customer takes one message every six seconds when the burst is spent.</summary>
    private static readonly TimeSpan PairWait = TimeSpan.FromSeconds(6);

    public static SendOutcome NoSuchChat { get; } = new SendOutcome.Refused(
        new SendError(SendErrors.ChatNotFound, "This is not a number or an id that WhatsApp knows."));

    /// <summary>"Accepted" without an id we can read is most likely sent, but nobody knows as what.</summary>
    public static SendOutcome OfSend(PlatformAnswer answer) => answer switch
    {
        PlatformAnswer.Accepted { Body: var body } =>
            PlatformJson.Read(body, WhatsAppJson.Default.SentMessages)?.Messages is [{ Id: { Length: > 0 } id }, ..]
                ? new SendOutcome.Sent(new PlatformMessageId(id))
                : new SendOutcome.Unknown("WhatsApp's answer could not be read."),
        MetaRejection rejected => OfRejected(rejected),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.Unknown("WhatsApp's answer could not be read."),
    };

    /// <summary>What the uploaded file is called; null when it was not taken.</summary>
    public static string? FileIdOf(PlatformAnswer uploaded) => uploaded is PlatformAnswer.Accepted { Body: var body } &&
        PlatformJson.Read(body, WhatsAppJson.Default.UploadedFile)?.Id is { Length: > 0 } id
            ? id
            : null;

    /// <summary>However an upload ended, no customer has seen anything of it.</summary>
    public static SendOutcome OfFailedUpload(PlatformAnswer uploaded) => uploaded.BeforeSending() switch
    {
        MetaRejection rejected when OfRejected(rejected) is not SendOutcome.Refused and var outcome => outcome,
        MetaRejection { Error: var error } => new SendOutcome.Refused(
            new SendError(SendErrors.FileRefused, $"WhatsApp did not take this file: {error.Quote}.")),
        PlatformAnswer.NoAnswer { Outcome: var outcome } => outcome,
        _ => new SendOutcome.NotDelivered("WhatsApp's answer to the upload could not be read."),
    };

    /// <summary>By the code: the status varies for the same error ("Cloud API, Error codes").</summary>
    private static SendOutcome OfRejected(MetaRejection rejected) => rejected switch
    {
        { Error: var error } when ChannelTrouble(error) is { } detail => new SendOutcome.ChannelRejected(detail),
        { Error.Code: 131056 } => new SendOutcome.Throttled(rejected.RetryAfter ?? PairWait, ThrottleScope.Chat),
        { Error.Code: 4 or 80007 or 130429 } or { Error.Code: null, Status: (int)HttpStatusCode.TooManyRequests } =>
            new SendOutcome.Throttled(rejected.RetryAfter ?? UnsaidWait, ThrottleScope.Channel),
        { Error.Code: 1 or 2 or 131000 or 131016 or 131057 or 133004 } or { Error.Code: null, Status: >= 500 } =>
            new SendOutcome.NotDelivered($"WhatsApp has trouble: {rejected.Error.Quote}."),
        { Error.Code: null, Status: (int)HttpStatusCode.RequestEntityTooLarge } => new SendOutcome.Refused(
            new SendError(SendErrors.FileRefused, "The file is too large for WhatsApp.")),
        _ => new SendOutcome.Refused(WhatsAppErrors.Of(rejected.Error)),
    };

    /// <summary>What makes every message fail until an admin acts, and what to do; null for everything else.</summary>
    public static string? ChannelTrouble(MetaError error) => error.Code switch
    {
        0 or 190 =>
            "WhatsApp does not accept the access token; an admin has to put a new one of the system user into the settings.",
        3 or 10 or (>= 200 and <= 299) or 131005 =>
            "The access token may not send for this number; an admin has to give its system user the account and the permissions "
            + "whatsapp_business_messaging and whatsapp_business_management.",
        33 or 100 when error.Code == 33 || error.ErrorSubcode == 33 =>
            "WhatsApp knows no such phone number id, or the access token may not see it; an admin has to compare both.",
        131031 or 368 => WhatsAppErrors.Of(error).Detail,
        131045 or 133006 or 133010 or 133015 =>
            "The phone number is not registered for the Cloud API; an admin has to register it (POST "
            + "/{phone-number-id}/register).",
        _ => null,
    };
}

using System.Globalization;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>Viber said no.</summary>
internal sealed record ViberRejection(ViberStatus Status, string Message, TimeSpan? RetryAfter = null) : PlatformAnswer
{
    public override string Summary => ((int)Status).ToString(CultureInfo.InvariantCulture);

    /// <summary>Viber's own words.</summary>
    public string Quote => string.Create(CultureInfo.InvariantCulture, $"{(int)Status} {Message}");
}

/// <summary>The numbers of the page "Error codes". Others exist, and count as trouble of Viber's own.</summary>
internal enum ViberStatus
{
    Ok = 0,
    InvalidUrl = 1,
    InvalidAuthToken = 2,
    BadData = 3,
    MissingData = 4,
    ReceiverNotRegistered = 5,
    ReceiverNotSubscribed = 6,
    AccountBlocked = 7,
    AccountNotFound = 8,
    AccountSuspended = 9,
    WebhookNotSet = 10,
    NoSuitableDevice = 11,
    TooManyRequests = 12,
    ApiVersionNotSupported = 13,
    IncompatibleWithVersion = 14,
    AccountNotAuthorized = 15,
    InchatReplyNotAllowed = 16,
    AccountNotInline = 17,
    NoPublicChat = 18,
    CannotSendBroadcast = 19,
    BroadcastNotAllowed = 20,
    UnsupportedCountry = 21,
    PaymentUnsupported = 22,
    FreeMessagesUsedUp = 23,
    NoBalance = 24,
}

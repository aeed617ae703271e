using System.Globalization;

namespace Rozmova.Platforms.Viber;

/// <summary>What came of one call. The last two differ in whether Viber may have acted on it.</summary>
internal abstract record ViberAnswer
{
    private ViberAnswer()
    {
    }

    /// <summary>For the log: a number or a word, never Viber's sentence.</summary>
    public string Summary =>
        this is Rejected { Status: var status } ? ((int)status).ToString(CultureInfo.InvariantCulture) : GetType().Name;

    /// <summary>Done.</summary>
    public sealed record Accepted(Reply Reply) : ViberAnswer;

    /// <summary>Viber said no.</summary>
    public sealed record Rejected(ViberStatus Status, string Message, TimeSpan? RetryAfter = null) : ViberAnswer
    {
        /// <summary>Viber's own words.</summary>
        public string Quote => string.Create(CultureInfo.InvariantCulture, $"{(int)Status} {Message}");
    }

    /// <summary>The call certainly had no effect.</summary>
    public sealed record Unreachable(string Detail) : ViberAnswer;

    /// <summary>The call may have left and no usable answer came.</summary>
    public sealed record Unanswered(string Detail) : ViberAnswer;
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

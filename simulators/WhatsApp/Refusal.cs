namespace Rozmova.Simulators.WhatsApp;

/// <summary>The call is refused with a code of the Graph API, and nothing happens.</summary>
public sealed record Refusal(int Code, string Details, int Status = 400) : Fault
{
    public int? Subcode { get; init; }

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    public static Refusal ExpiredToken() => new(190, "Session has expired", 401) { Subcode = 463 };

    public static Refusal TooManyRequests(int retryAfter) => new(130429, "Rate limit hit", 429) { RetryAfter = retryAfter };

    public static Refusal Undeliverable() => new(131026, "Message undeliverable.");

    public static Refusal ServerError() => new(131016, "Service temporarily unavailable.", 500);
}

/// <summary>The message is taken, and a status tells later that it failed with this code.</summary>
public sealed record FailsLater(int Code, string Details) : Fault;

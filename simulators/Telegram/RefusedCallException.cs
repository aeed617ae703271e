namespace Rozmova.Simulators.Telegram;

/// <summary>A call answered with <c>"ok": false</c>; it unwinds a method from wherever the mistake was found.</summary>
internal sealed class RefusedCallException(int code, string description, int? retryAfter = null) : Exception(description)
{
    public int Code { get; } = code;

    public int? RetryAfter { get; } = retryAfter;

    /// <summary>Where the group is now.</summary>
    public long? MigrateTo { get; init; }

    public static RefusedCallException BadRequest(string detail) => new(400, $"Bad Request: {detail}");

    public static RefusedCallException TooManyRequests(int retryAfter) =>
        new(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);
}

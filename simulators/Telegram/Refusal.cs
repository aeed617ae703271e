namespace Rozmova.Simulators.Telegram;

/// <summary>The call is refused and nothing happens.</summary>
public sealed record Refusal(int Code, string Description, int? RetryAfter = null) : Fault
{
    public static Refusal TooManyRequests(int retryAfter) => new(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    public static Refusal ServerError() => new(500, "Internal Server Error: restart");

    public static Refusal Blocked() => new(403, "Forbidden: bot was blocked by the user");

    public static Refusal ChatNotFound() => new(400, "Bad Request: chat not found");

    public static Refusal MissingFile() => new(404, "Not Found") { Method = Faults.Download };
}

/// <summary>A download breaks off half way.</summary>
public sealed record CutFile : Fault;

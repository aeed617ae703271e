namespace Rozmova.Simulators.Webim;

/// <summary>The call is refused with a word of Webim's, and nothing happens. Webim also refuses under 200.</summary>
public sealed record Refusal(string Error, int Status = 200, string? Description = null) : Fault
{
    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    public static Refusal Unauthorized() => new("unauthorized", 401);

    public static Refusal Banned() => new("visitor_banned");

    public static Refusal NotReady() => new("server-not-ready");
}

/// <summary>A page of something before Webim, with this status.</summary>
public sealed record HtmlPage(int Status = 503) : Fault;

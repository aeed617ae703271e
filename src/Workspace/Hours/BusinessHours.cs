using Rozmova.Messaging;

namespace Rozmova.Workspace.Hours;

/// <summary>When somebody is there to answer: a week that repeats, and the days that are different.</summary>
public sealed record BusinessHours
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>An IANA name such as <c>Europe/Kyiv</c>.</summary>
    public required string TimeZone { get; init; }

    public required IReadOnlyList<WeekSpan> Week { get; init; }

    public required IReadOnlyList<ExceptionDay> Exceptions { get; init; }

    /// <summary>The channels that keep them. A channel keeps one at most.</summary>
    public IReadOnlyList<ChannelId> ChannelIds { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Open on a day of the week (<c>mon</c> to <c>sun</c>), from one time to another (<c>09:00</c>, at most <c>24:00</c>).</summary>
public sealed record WeekSpan(string? Day, string? From, string? To);

/// <summary>Open from one time to another on a day that is different.</summary>
public sealed record DaySpan(string? From, string? To);

/// <summary>A day unlike others (<c>2026-12-25</c>): closed without spans. The note says why.</summary>
public sealed record ExceptionDay(string? Date, IReadOnlyList<DaySpan>? Spans, string? Note);

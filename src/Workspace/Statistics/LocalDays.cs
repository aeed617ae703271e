using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Statistics;

/// <summary>Days as somebody in a time zone lives them: some have 23 hours, some 25.</summary>
internal readonly record struct LocalDays(DateOnly First, DateOnly Last, TimeZoneInfo Zone)
{
    /// <summary>The first moment of the first day.</summary>
    public DateTimeOffset From => StartOf(First, Zone);

    /// <summary>The first moment after the last day.</summary>
    public DateTimeOffset Until => StartOf(Last.AddDays(1), Zone);

    public int Count => Last.DayNumber - First.DayNumber + 1;

    public static LocalDays Today(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new LocalDays(today, today, zone);
    }

    /// <summary>The zone a caller names by its IANA name; UTC when none is named.</summary>
    public static bool TryReadZone(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        zone = TimeZoneInfo.Utc;
        problem = null;
        if (name is null || (IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone)))
        {
            return true;
        }

        problem = Problem.Invalid("timeZone", "This is not a time zone: name one like Europe/Kyiv.");
        return false;
    }

    /// <summary>A name becomes the path of a file: it may not lead anywhere else.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and < 64 && name[0] != '/' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "/_+-".Contains(letter));

    /// <summary>Midnight, or the moment after it where clocks are put forward at midnight.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

using System.Globalization;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Hours;

/// <summary>Hours ready to be asked. Pure: the moment is passed in.</summary>
internal sealed class Timetable
{
    /// <summary>How far ahead the next opening is looked for.</summary>
    private const int DaysAhead = 370;

    private const int MinutesOfDay = 24 * 60;
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly TimeZoneInfo _zone;
    private readonly ILookup<DayOfWeek, Span> _week;
    private readonly Dictionary<DateOnly, Span[]> _exceptions;

    private Timetable(TimeZoneInfo zone, ILookup<DayOfWeek, Span> week, Dictionary<DateOnly, Span[]> exceptions) =>
        (_zone, _week, _exceptions) = (zone, week, exceptions);

    /// <summary>Null when all can be read; else the field and what is wrong with it.</summary>
    public static (string Field, string Detail)? Read(BusinessHours hours, out Timetable? timetable)
    {
        timetable = null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone, out var zone))
        {
            return ("timeZone", "There is no such time zone. Write a name such as Europe/Kyiv.");
        }

        var week = new List<(DayOfWeek Day, Span Span)>();
        foreach (var (day, from, to) in hours.Week)
        {
            if (Array.IndexOf(Days, day) is var number && (number < 0 || !Span.TryRead(from, to, out _)))
            {
                return ("week", $"{day} {from}-{to} cannot be read: a day is mon to sun, a time like 09:00, and the end after the beginning.");
            }

            Span.TryRead(from, to, out var span);
            week.Add(((DayOfWeek)number, span));
        }

        var exceptions = new Dictionary<DateOnly, Span[]>();
        foreach (var (date, spans, _) in hours.Exceptions)
        {
            if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || ReadAll(spans ?? []) is not { } read || !exceptions.TryAdd(day, read))
            {
                return ("exceptions", $"{date} cannot be read, or is there twice: a date looks like 2026-12-25, a time like 09:00.");
            }
        }

        timetable = new Timetable(zone, week.ToLookup(line => line.Day, line => line.Span), exceptions);
        return null;
    }

    /// <summary>Whether it is open at a moment, and when that changes; null where it never does within a year.</summary>
    public OpeningState At(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime);
        DateTimeOffset? closesAt = null;
        foreach (var (from, to) in OpenFrom(today.AddDays(-1)))
        {
            if (closesAt is null && from > now)
            {
                return new OpeningState(false, from);
            }

            if (from > closesAt)
            {
                break;
            }

            if (to > (closesAt ?? now))
            {
                closesAt = to; // spans that touch are one
            }
        }

        return new OpeningState(closesAt is not null, closesAt < Horizon(today) ? closesAt : null);
    }

    private DateTimeOffset Horizon(DateOnly today) => InUtc(today.AddDays(DaysAhead - 1), 0, isEnd: false);

    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpenFrom(DateOnly first) =>
        from ahead in Enumerable.Range(0, DaysAhead)
        let date = first.AddDays(ahead)
        from span in (_exceptions.TryGetValue(date, out var different) ? different : _week[date.DayOfWeek]).OrderBy(span => span.From)
        select (InUtc(date, span.From, isEnd: false), InUtc(date, span.To, isEnd: true));

    private DateTimeOffset InUtc(DateOnly date, int minute, bool isEnd)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        if (_zone.IsInvalidTime(local))
        {
            local = local.AddHours(1); // an hour that the clocks skip begins when they have skipped it
        }

        if (!_zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
        }

        // An hour that comes twice is open both times.
        var offsets = _zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, isEnd ? offsets.Min() : offsets.Max()).ToUniversalTime();
    }

    private static Span[]? ReadAll(IReadOnlyList<DaySpan> spans)
    {
        var all = new Span[spans.Count];
        for (var i = 0; i < all.Length; i++)
        {
            if (!Span.TryRead(spans[i].From, spans[i].To, out all[i]))
            {
                return null;
            }
        }

        return all;
    }

    /// <summary>In minutes of its day.</summary>
    private readonly record struct Span(int From, int To)
    {
        public static bool TryRead(string? from, string? to, out Span span)
        {
            span = new Span(Minute(from), Minute(to));
            return span is { From: >= 0, To: <= MinutesOfDay } && span.From < span.To;
        }

        private static int Minute(string? text) =>
            text == "24:00" ? MinutesOfDay
            : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? (time.Hour * 60) + time.Minute
            : -1;
    }
}

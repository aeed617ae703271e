using System.Globalization;
using System.Text.RegularExpressions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>
/// When somebody is there to answer: lines such as <c>mon-fri 09:00-18:00</c> or <c>sat 10:00-14:00</c>, in the channel's time
/// zone. No lines mean always.
/// </summary>
internal sealed partial class OpeningHours
{
    private const int DaysOfWeek = 7;
    private const int MinutesOfDay = 24 * 60;
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly List<Span> _spans;
    private readonly TimeZoneInfo _zone;

    private OpeningHours(List<Span> spans, TimeZoneInfo zone) => (_spans, _zone) = (spans, zone);

    /// <summary>The channel's hours at a moment. Hours that cannot be read count as always open.</summary>
    public static (bool Open, DateTimeOffset? OpensAt) At(ChannelConnection channel, DateTimeOffset now) =>
        Read(channel, out var hours) is not null || hours!._spans.Count == 0 || hours.IsOpen(now)
            ? (true, null)
            : (false, hours.NextOpening(now));

    /// <summary>Reads a channel's hours, or says what is wrong with them.</summary>
    public static string? Read(ChannelConnection channel, out OpeningHours? hours)
    {
        hours = null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(channel.RequiredText(WebChatSettings.TimeZone), out var zone))
        {
            return "timeZone: there is no such time zone. Write a name such as Europe/Kyiv.";
        }

        var spans = new List<Span>();
        foreach (var line in channel.List(WebChatSettings.Hours))
        {
            if (!TryParse(line, spans))
            {
                return $"hours: '{line}' cannot be read. Write mon-fri 09:00-18:00, or sat 10:00-14:00.";
            }
        }

        hours = new OpeningHours(spans, zone);
        return null;
    }

    private bool IsOpen(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, _zone).DateTime;
        var minute = (int)local.TimeOfDay.TotalMinutes;
        return _spans.Any(span => span.Day == local.DayOfWeek && span.From <= minute && minute < span.To);
    }

    private DateTimeOffset NextOpening(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, _zone).DateTime;
        return Enumerable.Range(0, DaysOfWeek + 1)
            .SelectMany(ahead => _spans
                .Where(span => span.Day == local.Date.AddDays(ahead).DayOfWeek)
                .Select(span => local.Date.AddDays(ahead).AddMinutes(span.From)))
            .Where(opening => opening > local)
            .Select(InUtc)
            .Min();
    }

    private DateTimeOffset InUtc(DateTime local)
    {
        // An hour that the clocks skip begins when they have skipped it.
        var existing = _zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(existing, _zone.GetUtcOffset(existing)).ToUniversalTime();
    }

    private static bool TryParse(string line, List<Span> spans)
    {
        if (Line().Match(line.Trim().ToLowerInvariant()) is not { Success: true } match)
        {
            return false;
        }

        var first = Array.IndexOf(Days, match.Groups["first"].Value);
        var last = match.Groups["last"] is { Success: true } group ? Array.IndexOf(Days, group.Value) : first;
        var (from, to) = (Minutes(match, "from"), Minutes(match, "to"));
        if (first < 0 || last < 0 || from >= to || to > MinutesOfDay)
        {
            return false;
        }

        for (var ahead = 0; ahead <= (last - first + DaysOfWeek) % DaysOfWeek; ahead++)
        {
            spans.Add(new Span((DayOfWeek)((first + ahead) % DaysOfWeek), from, to));
        }

        return true;
    }

    private static int Minutes(Match match, string end) =>
        (int.Parse(match.Groups[end + "Hour"].ValueSpan, CultureInfo.InvariantCulture) * 60)
        + int.Parse(match.Groups[end + "Minute"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<first>[a-z]{3})(-(?<last>[a-z]{3}))? +"
        + @"(?<fromHour>\d{1,2}):(?<fromMinute>[0-5]\d)-(?<toHour>\d{1,2}):(?<toMinute>[0-5]\d)\z")]
    private static partial Regex Line();

    /// <summary>Open on one day of the week, in minutes of that day.</summary>
    private readonly record struct Span(DayOfWeek Day, int From, int To);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Statistics;

/// <summary>The numbers as the console shows them.</summary>
internal sealed class StatsCounter(IStatisticsStore store, ConversationBodies bodies, TimeProvider time)
{
    private const int MostNamed = 5;

    private static readonly TimeSpan FailuresMatterFor = TimeSpan.FromDays(3);

    private readonly Recent<(DateTimeOffset From, DateTimeOffset Until), PeriodCounts> _periods = new(TimeSpan.FromSeconds(8), time);
    private readonly Recent<DateTimeOffset, WaitingCounts> _waiting = new(TimeSpan.FromSeconds(2), time);

    public async ValueTask<StatsBody> CountAsync(LocalDays days, CancellationToken cancellationToken)
    {
        var (from, until) = (days.From, days.Until);
        var counts = await _periods.GetAsync((from, until), token => store.CountAsync(from, until, token), cancellationToken);
        var step = days.Count <= 2 ? StatsStep.Hour : StatsStep.Day;
        var responses = counts.Responses;
        return new StatsBody(
            from, until, days.Zone.Id, step, Sum(counts.Volume), counts.Conversations,
            new FirstResponseBody(responses.Answers, responses.Median?.TotalSeconds, responses.Ninetieth?.TotalSeconds),
            [.. counts.Volume.GroupBy(hour => hour.ChannelId).Select(channel => OfChannel(channel.Key, Sum(channel)))],
            [.. Buckets(days, step, counts.Volume)]);
    }

    public async ValueTask<WaitingBody> CountWaitingAsync(CurrentOperator me, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var midnight = LocalDays.Today(zone, time.GetUtcNow()).Until;
        var counts = await _waiting.GetAsync(midnight, token => ReadWaitingAsync(midnight, token), cancellationToken);
        var operators = counts.Operators.Select(held => new HeldBody(held.OperatorId, held.Held, held.Open, held.Unread)).ToList();
        return new WaitingBody(
            counts.Channels.Sum(channel => channel.Waiting),
            counts.Channels.Sum(channel => channel.Unassigned),
            counts.Waking,
            me.IsAdmin ? counts.Quarantined : null,
            operators.Find(held => held.OperatorId == me.Id) ?? new HeldBody(me.Id, 0, 0, 0),
            await NameAsync(counts.Longest, cancellationToken),
            new UndecidedBody(counts.UndecidedMessages, await NameAsync(counts.Undecided, cancellationToken)),
            operators,
            [.. counts.Channels.Select(channel => new ChannelWaitingBody(channel.ChannelId, channel.Waiting, channel.Unassigned))]);
    }

    private ValueTask<WaitingCounts> ReadWaitingAsync(DateTimeOffset midnight, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return store.CountWaitingAsync(now, midnight, now - FailuresMatterFor, MostNamed, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<ConversationBody>> NameAsync(
        IReadOnlyList<ConversationId> ids, CancellationToken cancellationToken)
    {
        var named = new List<ConversationBody>(ids.Count);
        foreach (var id in ids)
        {
            if (await bodies.FindAsync(id, cancellationToken) is { } conversation)
            {
                named.Add(conversation);
            }
        }

        return named;
    }

    private static VolumeBody Sum(IEnumerable<HourlyVolume> hours) =>
        hours.Aggregate(new VolumeBody(0, 0), (sum, hour) => new VolumeBody(sum.Inbound + hour.Inbound, sum.Outbound + hour.Outbound));

    private static ChannelVolumeBody OfChannel(ChannelId id, VolumeBody volume) => new(id, volume.Inbound, volume.Outbound);

    /// <summary>One for every hour or day of the period, also where nothing happened.</summary>
    private static IEnumerable<BucketBody> Buckets(LocalDays days, StatsStep step, IReadOnlyList<HourlyVolume> volume)
    {
        var byHour = volume.ToLookup(hour => hour.Hour);
        var from = days.From;
        var starts = step == StatsStep.Day
            ? Enumerable.Range(0, days.Count).Select(day => LocalDays.StartOf(days.First.AddDays(day), days.Zone))
            : Enumerable.Range(0, (int)Math.Ceiling((days.Until - from).TotalHours)).Select(hour => from.AddHours(hour));
        DateTimeOffset[] edges = [.. starts, days.Until];
        for (var index = 0; index + 1 < edges.Length; index++)
        {
            var first = (int)Math.Round((edges[index] - from).TotalHours);
            var last = (int)Math.Round((edges[index + 1] - from).TotalHours);
            var sum = Sum(Enumerable.Range(first, last - first).SelectMany(hour => byHour[hour]));
            yield return new BucketBody(edges[index], sum.Inbound, sum.Outbound);
        }
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Delivery;

/// <summary>What all senders share.</summary>
internal sealed record SenderParts(
    DeliveryLedger Ledger, Courier Courier, ChannelDirectory Directory, IChannelStates States, TimeProvider Time, Random Random,
    ILogger Log);

/// <summary>
/// Sends what one channel has to send. Channels share nothing but the database, so a slow or broken platform holds up nobody else's.
/// One loop takes the lanes whose turn has come, 1) loads their next messages, 2) marks them as on their way in one commit,
/// 3) lets them go in parallel; each then 4) records what came of it and 5) gives its lane the next turn.
/// HOT: measured by the delivery benchmark.
/// </summary>
internal sealed class ChannelSender : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestNap = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly LaneSchedule _lanes = new();
    private readonly ChannelGate _gate;
    private readonly Dictionary<Lane, Task> _running = [];
    private readonly ChannelId _id;
    private readonly SenderParts _parts;
    private readonly CancellationToken _abandon;
    private readonly ITimer _timer;

    // One waiting signal is as good as ten.
    private readonly Channel<bool> _wake = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="abandon">Gives up on answers that are still out when the program has to end.</param>
    public ChannelSender(ChannelId id, SenderParts parts, CancellationToken abandon)
    {
        _id = id;
        _parts = parts;
        _abandon = abandon;
        _gate = new ChannelGate(parts.Random);
        _timer = parts.Time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private DateTimeOffset Now => _parts.Time.GetUtcNow();

    private LiveChannel? Live => _parts.Directory.Find(_id);

    /// <summary>A conversation has something to send.</summary>
    public void Offer(ConversationId id)
    {
        lock (_lock)
        {
            _lanes.Offer(id, Now, Live?.Platform.Capabilities);
        }

        Wake();
    }

    /// <summary>The channel may have been enabled, mended or deleted.</summary>
    public void LookAtChannel()
    {
        lock (_lock)
        {
            _gate.Look(Live);
        }

        Wake();
    }

    /// <summary>Lets messages leave until cancelled.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync(stopping))
        {
            while (TakeTurns() is { Count: > 0 } lanes)
            {
                await DepartAsync(lanes, stopping);
            }

            SetTimer();
        }
    }

    /// <summary>Completes when everything that left has been answered and written down.</summary>
    public Task DrainAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_running.Values);
        }
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Wake() => _wake.Writer.TryWrite(true);

    private List<Lane> TakeTurns()
    {
        var lanes = new List<Lane>();
        lock (_lock)
        {
            var (now, live) = (Now, Live);
            var free = _gate.Free(live, now);
            while (lanes.Count < free && _lanes.Take(now) is { } lane)
            {
                _gate.Take();
                lanes.Add(lane);
            }
        }

        return lanes;
    }

    private void SetTimer()
    {
        lock (_lock)
        {
            var now = Now;
            if (_lanes.NextDueAt is not { } due || _gate.OpensAt(Live, now) is not { } opens)
            {
                return;
            }

            var wait = (due > opens ? due : opens) - now;
            if (wait > TimeSpan.Zero)
            {
                // Timers count whole milliseconds and must not fire before the time has come.
                var nap = wait < LongestNap ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : LongestNap;
                _timer.Change(nap, Timeout.InfiniteTimeSpan);
            }
            else if (_gate.Free(Live, now) > 0)
            {
                Wake(); // its time came after turns were taken; where all places are taken, the next answer wakes us
            }
        }
    }

    private async Task DepartAsync(List<Lane> lanes, CancellationToken stopping)
    {
        var started = 0;
        try
        {
            // 1) The first waiting message of each.
            var loaded = await _parts.Ledger.LoadNextAsync([.. lanes.Select(lane => lane.Id)], stopping);
            var departures = loaded.ToDictionary(departure => departure.Message.ConversationId);

            // 2) Durable before anything leaves.
            var live = Live;
            var now = Now;
            MessageId[] ready = [.. loaded.Where(next => live is not null && IsReady(next, now)).Select(next => next.Message.Id)];
            var taken = ready.Length == 0 ? [] : await _parts.Ledger.MarkSendingAsync(ready, stopping);

            // 3) Off they go.
            for (; started < lanes.Count; started++)
            {
                Start(lanes[started], departures.GetValueOrDefault(lanes[started].Id), live, taken);
            }
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            // The database is away: nothing of these left, so they wait and are asked for again.
            _parts.Log.DepartureFailed(exception, lanes.Count - started, _id);
            foreach (var lane in lanes.Skip(started))
            {
                StandBack(lane, more: true, Now + LookAgain);
            }
        }
    }

    private static bool IsReady(Departure departure, DateTimeOffset now) => !departure.ChannelDeleted && departure.DueAt <= now;

    private void Start(Lane lane, Departure? departure, LiveChannel? live, HashSet<MessageId> taken)
    {
        if (departure is null)
        {
            StandBack(lane, more: false, Now);
        }
        else if (departure.ChannelDeleted)
        {
            StartTask(lane, () => FailAsync(lane, departure));
        }
        else if (live is not null && taken.Contains(departure.Message.Id))
        {
            StartTask(lane, () => SendAsync(lane, departure, live));
        }
        else
        {
            // Not due yet; or on its way in another process; or the directory does not know the channel yet.
            var now = Now;
            StandBack(lane, more: true, departure.DueAt > now ? departure.DueAt : now + LookAgain);
        }
    }

    // Inside the lock, so that a task which ends at once is entered before it is removed.
    private void StartTask(Lane lane, Func<Task> work)
    {
        lock (_lock)
        {
            _running[lane] = Task.Run(work, CancellationToken.None);
        }
    }

    private async Task SendAsync(Lane lane, Departure departure, LiveChannel live)
    {
        var leftAt = Now;
        lock (_lock)
        {
            _gate.Leave(leftAt);
        }

        var outcome = await _parts.Courier.SendAsync(live, departure, _abandon);
        var now = Now;
        var result = Verdict.Of(outcome, departure, leftAt, now, _parts.Random) with { Chat = departure.Chat };
        DeliveryMetrics.Count(live.Row.Platform, result, now);
        ConnectionReport? report;
        lock (_lock)
        {
            report = _gate.Learn(outcome, live, now);
            lane.Fill(now, live.Platform.Capabilities.ChatInterval);
        }

        Wake(); // its place is free while the result is written down
        if (report is not null)
        {
            await ReportAsync(report);
        }

        await FinishAsync(lane, departure, result);
    }

    private async Task FailAsync(Lane lane, Departure departure)
    {
        lock (_lock)
        {
            _gate.GiveBack();
        }

        await FinishAsync(lane, departure, Verdict.Failed(
            departure.Message, new SendError(SendErrors.ChannelDeleted, "The channel was deleted before the message could be sent.")));
    }

    private async Task ReportAsync(ConnectionReport report)
    {
        try
        {
            if (report.State != ConnectionState.Connected)
            {
                _parts.Log.ChannelRejected(_id);
            }

            await _parts.States.ReportAsync(_id, report, _abandon);
        }
        catch (Exception exception)
        {
            // The state is for people to see; the message's own result matters more and follows.
            _parts.Log.ReportFailed(exception, _id);
        }
    }

    private async Task FinishAsync(Lane lane, Departure departure, DeliveryResult result)
    {
        if (result is DeliveryResult.Settled { Message: { Status: not Conversations.MessageStatus.Sent } lost })
        {
            _parts.Log.NotSent(lost.Id, _id, lost.Status.ToString()!, lost.Error?.Code);
        }

        try
        {
            // 4) Durable before the next of the conversation may leave.
            await _parts.Ledger.RecordAsync(result);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ChannelClosedException)
        {
            // The program ends before the result could be written: the row is found at the next start.
        }

        // 5) The next turn.
        lock (_lock)
        {
            _running.Remove(lane);
            var again = result as DeliveryResult.PutBack;
            _lanes.Finish(lane, again is not null || departure.More, again?.DueAt ?? default, Now, Live?.Platform.Capabilities);
        }

        Wake();
    }

    private void StandBack(Lane lane, bool more, DateTimeOffset notBefore)
    {
        lock (_lock)
        {
            _gate.GiveBack();
            _lanes.Finish(lane, more, notBefore, Now, Live?.Platform.Capabilities);
        }
    }
}

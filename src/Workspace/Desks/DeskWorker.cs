using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Desks;

/// <summary>Does a desk's work: the first piece of each lane, as many lanes at once as the desk allows. Rests while the desk is not connected.</summary>
internal sealed class DeskWorker(
    IDeskStore store, DeskWork work, DeskDirectory directory, DeskStates states, RelayDesks relay,
    IOptions<RozmovaOptions> options, TimeProvider time, ILogger<DeskWorker> logger)
{
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Where another node may have added work without our knowing.</summary>
    private static readonly TimeSpan SharedInterval = TimeSpan.FromSeconds(1);

    /// <summary>Works until cancelled, and then until what is under way has ended.</summary>
    public async Task RunAsync(DeskId id, CancellationToken cancellationToken)
    {
        var signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var lanes = new Dictionary<string, Task>(StringComparer.Ordinal);
        void Signal(DeskId desk) => _ = desk == id && signals.Writer.TryWrite(true);
        work.Added += Signal;
        try
        {
            while (true)
            {
                foreach (var ended in lanes.Where(lane => lane.Value.IsCompleted).Select(lane => lane.Key).ToList())
                {
                    await lanes[ended];
                    lanes.Remove(ended);
                }

                var now = time.GetUtcNow(); // one moment for both: what falls due between two would wait for a whole nap
                await StartAsync(id, lanes, now, () => signals.Writer.TryWrite(true), cancellationToken);
                await signals.Reader.WaitOrTimeOutAsync(await NapAsync(id, now, cancellationToken), time, cancellationToken);
                signals.Reader.TryRead(out _);
            }
        }
        finally
        {
            work.Added -= Signal;
            await Task.WhenAll(lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask StartAsync(
        DeskId id, Dictionary<string, Task> lanes, DateTimeOffset now, Action ended, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { Row.State: ConnectionState.Connected } desk || lanes.Count >= desk.Kind.Parallelism)
        {
            return;
        }

        var most = desk.Kind.Parallelism - lanes.Count;
        foreach (var task in await store.ListDueAsync(id, lanes.Keys, now, most, cancellationToken))
        {
            var run = Task.Run(() => PerformAsync(desk, work.Supplied(task), cancellationToken), CancellationToken.None);
            lanes[task.Lane] = run;
            _ = SayWhenEndedAsync(run, ended);
        }
    }

    /// <summary>Only once it has ended: whoever hears it looks whether it has. Never throws.</summary>
    private static async Task SayWhenEndedAsync(Task run, Action ended)
    {
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended();
    }

    private async Task PerformAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        switch (await TryAsync(desk, task, cancellationToken))
        {
            case DeskOutcome.Again again:
                logger.TaskPutOff(desk.Row.Id, task, again.Wait, again.Detail);
                await work.PutOffAsync(task, again.Wait, cancellationToken);
                break;
            case DeskOutcome.Rejected rejected:
                await work.PutOffAsync(task, LongestPause, cancellationToken);
                await states.ReportAsync(desk.Row.Id, ConnectionReport.Failed(rejected.Detail), cancellationToken);
                break;
            case DeskOutcome.Dropped dropped:
                logger.TaskDropped(desk.Row.Id, task, dropped.Reason);
                await work.FinishAsync(task, CancellationToken.None); // done, whoever stops now
                break;
            default:
                await work.FinishAsync(task, CancellationToken.None);
                break;
        }
    }

    private async ValueTask<DeskOutcome> TryAsync(LiveDesk desk, DeskTask task, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.Kind.PerformAsync(desk, task, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // the contract: whatever it throws, it is tried again
        {
            // What is thrown may quote what it could not handle.
            logger.TaskThrew(relay.IsPassing(desk.Row) ? null : exception, desk.Row.Id, task);
            return new DeskOutcome.Again(
                FirstPause + Backoff.After(task.Attempts + 1, FirstPause, LongestPause, Random.Shared), "The attempt broke off.");
        }
    }

    private async ValueTask<TimeSpan> NapAsync(DeskId id, DateTimeOffset looked, CancellationToken cancellationToken)
    {
        var longest = options.Value.Database.Length > 0 ? SharedInterval : LongestNap;
        var nap = await store.FindNextDueAsync(id, looked, cancellationToken) is { } due ? due - time.GetUtcNow() : longest;
        return nap >= longest ? longest
            : TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(nap.TotalMilliseconds))); // timers count whole milliseconds and must not fire before
    }
}

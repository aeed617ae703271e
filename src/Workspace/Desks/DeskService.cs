using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// Runs every enabled desk, in one process of the installation: what happens is read for it, its work is done, its server asked for news,
/// and its connection looked after.
/// </summary>
internal sealed class DeskService(
    DeskDirectory directory, IChannelLeases leases, DeskReader reader, DeskWorker worker, DeskPoller poller, DeskConnector connector,
    DeskTrimmer trimmer, TimeProvider time, ILogger<DeskService> logger) : BackgroundService
{
    private static readonly TimeSpan AskForLease = TimeSpan.FromSeconds(5);

    private readonly Dictionary<DeskId, Running> _running = [];

    // One waiting signal is as good as ten.
    private readonly Channel<bool> _changed = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var trimming = trimmer.RunAsync(stoppingToken);
        directory.Changed += Look;
        Look();
        try
        {
            await foreach (var _ in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                Follow(stoppingToken);
            }
        }
        finally
        {
            directory.Changed -= Look;
            await Task.WhenAll(_running.Values.Select(running => running.Work).Append(trimming))
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Look() => _changed.Writer.TryWrite(true);

    private void Follow(CancellationToken stopping)
    {
        var wanted = directory.All.Where(desk => desk.Row.Enabled).ToDictionary(desk => desk.Row.Id);
        foreach (var (id, running) in _running)
        {
            // The directory is replaced at every change of any desk; a new state is no reason to begin anew.
            if (!wanted.TryGetValue(id, out var desk) || !IsAlike(desk.Row, running.Desk.Row))
            {
                running.Stop.Cancel();
            }
        }

        foreach (var (id, desk) in wanted)
        {
            var before = _running.GetValueOrDefault(id);
            if (before is null or { Stop.IsCancellationRequested: true })
            {
                _running[id] = Start(desk, before?.Work ?? Task.CompletedTask, stopping);
            }
        }
    }

    private static bool IsAlike(Desk one, Desk other) =>
        JsonNode.DeepEquals(one.Settings, other.Settings) && one.ChannelIds.SequenceEqual(other.ChannelIds) && one.Path == other.Path;

    private Running Start(LiveDesk desk, Task before, CancellationToken stopping)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var run = Task.Run(
            async () =>
            {
                await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await RunAsync(desk, stop.Token);
            },
            CancellationToken.None);
        return new Running(desk, stop, run);
    }

    private async Task RunAsync(LiveDesk desk, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await leases.TryTakeAsync(new ChannelId(desk.Row.Id.Value), cancellationToken);
                if (lease is not null)
                {
                    await RunAsync(desk, lease.Lost, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped, or the lease is lost: the loop condition tells which.
            }
            catch (Exception exception) // the database is away: begun again below
            {
                logger.RunBrokeOff(exception, desk.Row.Id);
            }

            await Task.Delay(AskForLease, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>All parts together: when one ends, for whatever reason, so do the others, and all begin again.</summary>
    private async Task RunAsync(LiveDesk desk, CancellationToken lost, CancellationToken cancellationToken)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
        Task[] parts =
        [
            reader.RunAsync(desk, held.Token), worker.RunAsync(desk.Row.Id, held.Token), connector.RunAsync(desk, held.Token),
            poller.RunAsync(desk, held.Token),
        ];
        var endless = parts.Where(part => !part.IsCompletedSuccessfully); // a desk that is not polled has nothing to poll
        await Task.WhenAny(endless);
        await held.CancelAsync();
        await Task.WhenAll(parts);
    }

    private sealed record Running(LiveDesk Desk, CancellationTokenSource Stop, Task Work);
}

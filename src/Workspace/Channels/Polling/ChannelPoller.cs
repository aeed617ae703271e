using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Channels.Polling;

/// <summary>What all pollers share.</summary>
internal sealed record PollerParts(
    IChannelStore Store, IChannelLeases Leases, IChannelStates States, IIntake Intake, ITransactions Transactions, TimeProvider Time,
    ILogger<ChannelPoller> Log);

/// <summary>
/// Asks one channel's platform for news in a loop. 1) Poll, 2) make every update durable, 3) save the offset; only then the next poll
/// confirms them to the platform. A crash in between repeats updates, which deduplication absorbs, and loses none.
/// </summary>
internal sealed class ChannelPoller(LiveChannel channel, IPollingPlatform platform, PollerParts parts)
{
    private static readonly TimeSpan AskForLease = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ChannelId _id = channel.Row.Id;
    private int _failures;
    private bool _knownToWork;

    /// <summary>Polls until cancelled, while no other process of the installation does.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await parts.Leases.TryTakeAsync(_id, cancellationToken);
                if (lease is not null)
                {
                    using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
                    await PollAsync(held.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // Stopped, or the lease is lost: the loop condition tells which.
            }
            catch (Exception exception) // the database is away: nothing can be made durable, so nothing is asked for
            {
                parts.Log.PollingBrokeOff(exception, _id);
            }

            await WaitAsync(AskForLease, cancellationToken);
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        var offset = await parts.Store.ReadPollOffsetAsync(_id, cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            var result = await AskAsync(offset, cancellationToken); // 1
            try
            {
                await AcceptAsync(result.Updates, cancellationToken); // 2
            }
            catch (CannotRelayException refused) // asked for again from the same place until somebody can take it
            {
                parts.Log.LeftAtPlatform(_id, refused.Message);
                await WaitAsync(UntilThereIsRoom, cancellationToken);
                continue;
            }

            if (result.Offset != offset)
            {
                offset = result.Offset;
                await parts.Transactions.WriteAsync( // 3
                    async transaction =>
                    {
                        await parts.Store.SavePollOffsetAsync(transaction, _id, offset);
                        return true;
                    },
                    cancellationToken);
            }

            await LearnAsync(result.Report, cancellationToken);
        }
    }

    private async Task<PollResult> AskAsync(string? offset, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.PollAsync(channel.Connection, offset, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Platforms report what they expect; this is what nobody expected. Told to the admin, and asked again after a while.
            parts.Log.PollThrew(exception, _id);
            return new PollResult([], offset, ConnectionReport.Failed("The platform could not be asked for news. It is tried again by itself."));
        }
    }

    // All at once, so that they share a commit, and handed over in order, so that the journal keeps it.
    private Task AcceptAsync(IReadOnlyList<ReadOnlyMemory<byte>> updates, CancellationToken cancellationToken) =>
        Task.WhenAll(updates.Select(update => parts.Intake.AcceptAsync(channel, update, opened: null, cancellationToken).AsTask()).ToList());

    private async Task LearnAsync(ConnectionReport report, CancellationToken cancellationToken)
    {
        if (report.State == ConnectionState.Connected)
        {
            if (!_knownToWork)
            {
                await parts.States.ReportAsync(_id, report, cancellationToken);
            }

            (_knownToWork, _failures) = (true, 0);
            return;
        }

        _knownToWork = false;
        _failures++;
        await parts.States.ReportAsync(_id, report, cancellationToken);
        await WaitAsync(report.RetryAfter ?? ShortestWait + Backoff.After(_failures, ShortestWait, LongestWait, Random.Shared), cancellationToken);
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        await Task.Delay(wait, parts.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

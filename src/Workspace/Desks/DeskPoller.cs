using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// Asks a desk's server for news in a loop, as channels are polled: (1) poll, (2) make every update durable, (3) save the offset; only then
/// the next poll confirms them.
/// </summary>
internal sealed class DeskPoller(
    IDeskStore store, DeskDoor door, DeskStates states, ITransactions transactions, TimeProvider time, ILogger<DeskPoller> logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Polls until cancelled. Ends at once for a desk that is not polled.</summary>
    public async Task RunAsync(LiveDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Kind is not IPolledDesk kind || !kind.IsPolled(desk.Connection))
        {
            return;
        }

        var (offset, failures) = (await store.ReadPollOffsetAsync(desk.Row.Id, cancellationToken), 0);
        while (true)
        {
            var result = await AskAsync(kind, desk, offset, cancellationToken); // 1
            foreach (var update in result.Updates)
            {
                await door.TakeAsync(desk, update, cancellationToken); // 2
            }

            if (result.Offset != offset)
            {
                offset = result.Offset;
                await SaveAsync(desk.Row.Id, offset, cancellationToken); // 3
            }

            failures = result.Report.State == ConnectionState.Connected ? 0 : failures + 1;
            await states.ReportAsync(desk.Row.Id, result.Report, cancellationToken);
            if (failures > 0)
            {
                var wait = result.Report.RetryAfter ?? ShortestWait + Backoff.After(failures, ShortestWait, LongestWait, Random.Shared);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    private async ValueTask<PollResult> AskAsync(IPolledDesk kind, LiveDesk desk, string? offset, CancellationToken cancellationToken)
    {
        try
        {
            return await kind.PollAsync(desk.Connection, offset, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // what nobody expected: told to the admin, and asked again
        {
            logger.PollThrew(exception, desk.Row.Id);
            return new PollResult([], offset, ConnectionReport.Failed("The desk could not be asked for news. It is tried again by itself."));
        }
    }

    private async ValueTask SaveAsync(DeskId id, string? offset, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await store.SavePollOffsetAsync(transaction, id, offset);
            return true;
        }, cancellationToken);
}

using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>Once an hour forgets what need not be remembered any more: the keys of finished work, and marks that are older than their desk keeps them.</summary>
internal sealed class DeskTrimmer(
    DeskDirectory directory, IDeskStore store, IDeskMarks marks, ITransactions transactions, TimeProvider time, ILogger<DeskTrimmer> logger)
{
    /// <summary>So few that nobody's write has to wait for them.</summary>
    private const int MostAtOnce = 2000;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Goes on until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        time.RepeatAsync(Interval, TrimAsync, logger.NotTrimmed, cancellationToken);

    /// <summary>Once.</summary>
    public async ValueTask TrimAsync(CancellationToken cancellationToken)
    {
        await transactions.WriteAsync(async transaction =>
        {
            await store.TrimAsync(transaction, time.GetUtcNow() - IDeskStore.KeysKept);
            return true;
        }, cancellationToken);
        foreach (var desk in directory.All)
        {
            foreach (var (kind, kept) in desk.Kind.MarksKept)
            {
                await ForgetAsync(desk, kind, time.GetStoredNow() - kept, cancellationToken);
            }
        }
    }

    private async ValueTask ForgetAsync(LiveDesk desk, string kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        while (await transactions.WriteAsync(
            async transaction => await marks.RemoveOlderAsync(transaction, desk.Row.Id, kind, before, MostAtOnce), cancellationToken) == MostAtOnce)
        {
        }
    }
}

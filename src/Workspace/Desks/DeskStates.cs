using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>Keeps how desks stand. One that works again goes on with all its work at once.</summary>
internal sealed class DeskStates(
    IDeskStore store, ITransactions transactions, DeskDirectory directory, DeskLoader loader, DeskWork work, TimeProvider time,
    ILogger<DeskStates> logger)
{
    /// <summary>Saves the state if it is new.</summary>
    public async ValueTask ReportAsync(DeskId id, ConnectionReport report, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } desk || (desk.Row.State == report.State && desk.Row.Detail == report.Detail))
        {
            return;
        }

        var now = time.GetStoredNow();
        await transactions.WriteAsync(async transaction =>
        {
            await store.SaveStateAsync(transaction, id, report, now);
            if (report.State == ConnectionState.Connected)
            {
                await store.ResumeAsync(transaction, id, now);
            }

            return true;
        }, cancellationToken);
        await loader.ReloadAsync(cancellationToken);
        logger.StateChanged(id, report.State);
        work.Wake(id);
    }
}

using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Channels;

/// <summary>Keeps and pushes how channels stand.</summary>
internal sealed class ChannelStates(
    IChannelStore store, ITransactions transactions, ChannelDirectory directory, ChannelLoader loader, TimeProvider time,
    ILogger<ChannelStates> logger) : IChannelStates
{
    /// <inheritdoc/>
    public async ValueTask ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } channel || (channel.Row.State == report.State && channel.Row.Detail == report.Detail))
        {
            return;
        }

        var now = time.GetStoredNow();
        var changed = channel.Row with { State = report.State, Detail = report.Detail, UpdatedAt = now };
        await transactions.WriteAsync(async transaction =>
        {
            await store.SaveStateAsync(transaction, id, report, now);
            transaction.Publish(LiveChange.ChannelUpdated(changed.ToSummary(channel.Platform)));
            return true;
        }, cancellationToken);
        await loader.ReloadAsync(cancellationToken);
        logger.StateChanged(id, report.State);
    }
}

using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Channels;

/// <summary>Keeps and pushes how channels stand.</summary>
internal sealed class ChannelStates(
    IChannelStore store, ITransactions transactions, ChannelDirectory directory, DeskDirectory desks, ChannelLoader loader, TimeProvider time,
    ILogger<ChannelStates> logger) : IChannelStates
{
    /// <inheritdoc/>
    public async ValueTask ReportAsync(ChannelId id, ConnectionReport told, CancellationToken cancellationToken)
    {
        var report = told.State == ConnectionState.Connected ? told with { Detail = MissingDesk(id) ?? told.Detail } : told;
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

    // It is connected, and what comes in is refused all the same: that is for an admin to see.
    private string? MissingDesk(ChannelId id) =>
        directory.Find(id) is { } channel && PassingEvents.Concerns(channel) && !desks.Serving(id).Any() ? CannotRelayException.NoDesk : null;
}

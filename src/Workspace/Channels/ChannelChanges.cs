using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Channels;

/// <summary>Saves what admins do to channels: row, audit and push in one transaction, then the directory, then the platform.</summary>
internal sealed class ChannelChanges(
    IChannelStore store, IAuditStore audit, ITransactions transactions, ChannelLoader loader, ChannelDirectory directory,
    ChannelConnector connector, TimeProvider time)
{
    // Long enough for most platforms to answer, short enough not to annoy; the attempt goes on anyway.
    private static readonly TimeSpan WaitForPlatform = TimeSpan.FromSeconds(5);

    /// <summary>False when another channel has its path.</summary>
    public async ValueTask<bool> CreateAsync(Channel channel, IPlatform platform, OperatorId actor, CancellationToken cancellationToken) =>
        await SaveAsync(channel, platform, store.AddAsync, Entry(actor, "channel.created", channel), cancellationToken);

    /// <summary>False when another channel has its path.</summary>
    public async ValueTask<bool> ChangeAsync(Channel channel, IPlatform platform, OperatorId actor, CancellationToken cancellationToken) =>
        await SaveAsync(channel, platform, SaveWithStateAsync, Entry(actor, "channel.changed", channel), cancellationToken);

    /// <summary>Takes a channel away. Its conversations stay.</summary>
    public async ValueTask DeleteAsync(Channel channel, OperatorId actor, CancellationToken cancellationToken)
    {
        var live = directory.Find(channel.Id);
        await transactions.WriteAsync(async transaction =>
        {
            await store.DeleteAsync(transaction, channel.Id, time.GetStoredNow());
            await audit.AddAsync(transaction, Entry(actor, "channel.deleted", channel));
            transaction.Publish(LiveChange.ChannelUpdated(
                (channel with { Enabled = false, State = ConnectionState.Disabled }).ToSummary(live?.Platform)));
            return true;
        }, cancellationToken);
        await loader.ReloadAsync(CancellationToken.None); // it is deleted, whether or not the caller still listens
        if (live is not null)
        {
            await connector.DisconnectAsync(live);
            await connector.LogOutAsync(live);
        }
    }

    /// <summary>Asks the platform now and waits a little for what it says.</summary>
    public async ValueTask ConnectAsync(ChannelId id, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is not { } live)
        {
            return;
        }

        if (!live.Row.Enabled)
        {
            await connector.DisconnectAsync(live);
            return;
        }

        try
        {
            await connector.ConnectAsync(live).WaitAsync(WaitForPlatform, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The attempt goes on; the answer says "connecting", and the live feed what comes of it.
        }
    }

    private async ValueTask<bool> SaveAsync(
        Channel channel, IPlatform platform, Func<Transaction, Channel, ValueTask<bool>> save, AuditEntry entry,
        CancellationToken cancellationToken)
    {
        var saved = await transactions.WriteAsync(async transaction =>
        {
            if (!await save(transaction, channel))
            {
                return false;
            }

            await audit.AddAsync(transaction, entry);
            transaction.Publish(LiveChange.ChannelUpdated(channel.ToSummary(platform)));
            return true;
        }, cancellationToken);
        if (saved)
        {
            await loader.ReloadAsync(CancellationToken.None); // it is saved, whether or not the caller still listens
        }

        return saved;
    }

    private async ValueTask<bool> SaveWithStateAsync(Transaction transaction, Channel channel)
    {
        if (!await store.SaveAsync(transaction, channel))
        {
            return false;
        }

        await store.SaveStateAsync(transaction, channel.Id, new ConnectionReport(channel.State, channel.Detail), channel.UpdatedAt);
        return true;
    }

    private AuditEntry Entry(OperatorId actor, string action, Channel channel) =>
        AuditEntry.Of(actor, action, channel.Id.ToString(), channel.Platform, time.GetStoredNow());
}

using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Storage.Sqlite;

/// <summary>Always granted: a data folder belongs to one process, which <see cref="DataFolderLock"/> sees to.</summary>
internal sealed class SqliteChannelLeases : IChannelLeases
{
    private static readonly Lease Granted = new();

    public ValueTask<IChannelLease?> TryTakeAsync(ChannelId id, CancellationToken cancellationToken) => ValueTask.FromResult<IChannelLease?>(Granted);

    private sealed class Lease : IChannelLease
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

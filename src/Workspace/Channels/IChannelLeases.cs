using Rozmova.Messaging;

namespace Rozmova.Workspace.Channels;

/// <summary>Grants what only one process of the installation may do for a channel, such as polling it.</summary>
public interface IChannelLeases
{
    /// <summary>Takes the channel. Null when another process has it.</summary>
    ValueTask<IChannelLease?> TryTakeAsync(ChannelId id, CancellationToken cancellationToken);
}

/// <summary>A channel taken. Disposing gives it back; so does the end of the process.</summary>
public interface IChannelLease : IAsyncDisposable
{
    /// <summary>Cancelled when it can no longer be said that we have it.</summary>
    CancellationToken Lost { get; }
}

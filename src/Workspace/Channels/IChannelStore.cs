using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Channels;

/// <summary>Reads and writes channels.</summary>
public interface IChannelStore
{
    /// <summary>All that are not deleted, oldest first. There are few.</summary>
    ValueTask<IReadOnlyList<Channel>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One, also a deleted one: its conversations still name it.</summary>
    ValueTask<Channel?> FindAsync(ChannelId id, CancellationToken cancellationToken);

    /// <summary>False, and nothing done, when another channel has its path.</summary>
    ValueTask<bool> AddAsync(Transaction transaction, Channel channel);

    /// <summary>Writes all that can change but the state. False, and nothing done, when another channel has its path.</summary>
    ValueTask<bool> SaveAsync(Transaction transaction, Channel channel);

    ValueTask SaveStateAsync(Transaction transaction, ChannelId id, ConnectionReport report, DateTimeOffset now);

    ValueTask DeleteAsync(Transaction transaction, ChannelId id, DateTimeOffset now);

    ValueTask<string?> ReadPollOffsetAsync(ChannelId id, CancellationToken cancellationToken);

    ValueTask SavePollOffsetAsync(Transaction transaction, ChannelId id, string? offset);

    /// <summary>What went through each channel lately.</summary>
    ValueTask<IReadOnlyList<ChannelActivity>> ListActivityAsync(CancellationToken cancellationToken);
}

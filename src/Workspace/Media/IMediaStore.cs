using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Media;

/// <summary>Reads and writes what is known of files.</summary>
public interface IMediaStore
{
    ValueTask<MediaFile?> FindAsync(MediaId id, CancellationToken cancellationToken);

    ValueTask AddAsync(Transaction transaction, MediaFile file);

    /// <summary>The message a file belongs to; null when there is none.</summary>
    ValueTask<MessageId?> FindMessageOfAsync(Transaction transaction, MediaId id);

    /// <summary>Reads a file for a change: nobody else changes it before the commit.</summary>
    ValueTask<MediaFile?> LockAsync(Transaction transaction, MediaId id);

    /// <summary>Writes what can change of a file.</summary>
    ValueTask SaveAsync(Transaction transaction, MediaFile file);

    ValueTask RemoveAsync(Transaction transaction, MediaId id);

    /// <summary>The channels that have files due.</summary>
    ValueTask<IReadOnlyList<ChannelId>> ListDueChannelsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Takes up to <paramref name="most"/> due files of a channel, longest due first. They are due again at <paramref name="until"/>,
    /// should whoever took them vanish.
    /// </summary>
    ValueTask<IReadOnlyList<MediaFile>> TakeDueAsync(
        Transaction transaction, ChannelId channel, DateTimeOffset now, DateTimeOffset until, int most);

    /// <summary>When the next file is due after <paramref name="now"/>; null when none is.</summary>
    ValueTask<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes every file that waits due now: what an earlier run had taken, nobody holds any more.</summary>
    ValueTask ResumeAsync(Transaction transaction, DateTimeOffset now);
}

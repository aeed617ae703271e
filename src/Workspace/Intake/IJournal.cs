using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Intake;

/// <summary>One authentic request: its bytes, and what they say, split by partition.</summary>
public sealed class JournalRequest(ChannelId channelId, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
{
    /// <summary>Its place in the journal, given by <see cref="IJournal.AppendAsync"/>.</summary>
    public long Id { get; set; }

    /// <summary>The channel it came through.</summary>
    public ChannelId ChannelId { get; } = channelId;

    /// <summary>The bytes as they came; of a pass-through channel what is left of them once nothing in them is anybody's words.</summary>
    public ReadOnlyMemory<byte> Body { get; set; } = body;

    /// <summary>Of a pass-through channel: where it cannot be read, its bytes are not kept.</summary>
    public bool IsPassing { get; set; }

    /// <summary>When it reached us.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>What it says, a part for each partition it concerns. Never empty.</summary>
    public required IReadOnlyList<JournalEntry> Entries { get; set; }
}

/// <summary>The part of a request that concerns one partition, in the order the request gives.</summary>
public sealed record JournalEntry(JournalRequest Request, int Partition, IReadOnlyList<InboundEvent> Events);

/// <summary>
/// The durable, ordered log every inbound event enters before the platform gets its 200. Partitioned by conversation; a partition
/// has one reader, which sees its entries in order. What was appended and not completed comes again after a crash.
/// </summary>
public interface IJournal
{
    /// <summary>How many partitions there are.</summary>
    int Partitions { get; }

    /// <summary>
    /// Makes a request durable. When this completes it is, whatever happens next; many requests share one commit. Waits while
    /// readers are far behind: intake is slowed, never refused. An exception means it is not durable.
    /// </summary>
    ValueTask AppendAsync(JournalRequest request);

    /// <summary>The entries of one partition as they come, some at a time. One reader per partition.</summary>
    IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadAsync(int partition, CancellationToken cancellationToken);

    /// <summary>Takes entries out in the transaction that stores what they brought.</summary>
    ValueTask CompleteAsync(Transaction transaction, IReadOnlyList<JournalEntry> entries);

    /// <summary>
    /// What an earlier run appended and did not complete, in order: read once at start, handed to <paramref name="read"/> to be read
    /// anew, and queued before anything new. A null answer means it was dealt with otherwise (quarantined).
    /// </summary>
    ValueTask<int> RecoverAsync(
        Func<JournalRequest, CancellationToken, ValueTask<IReadOnlyList<JournalEntry>?>> read, CancellationToken cancellationToken);
}

/// <summary>The journal's rows on one node.</summary>
public interface IJournalStore
{
    /// <summary>How many readers gain from working side by side: one where the engine has one writer.</summary>
    int Partitions { get; }

    /// <summary>Adds rows in one commit and sets their ids, in order. Completes once they are durable.</summary>
    ValueTask AppendAsync(IReadOnlyList<JournalRequest> requests);

    /// <summary>Removes rows once <paramref name="transaction"/> is committed, with it or soon after.</summary>
    ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<long> ids);

    /// <summary>Up to <paramref name="limit"/> rows after <paramref name="id"/>, in order, without entries.</summary>
    ValueTask<IReadOnlyList<JournalRequest>> ListAsync(long id, int limit, CancellationToken cancellationToken);
}

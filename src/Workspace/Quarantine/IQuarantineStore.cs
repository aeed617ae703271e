using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Quarantine;

/// <summary>What became of a quarantined request; the numbers are stored.</summary>
public enum QuarantineState
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting = 1,

    /// <summary>It was read after all.</summary>
    Replayed = 2,

    /// <summary>An admin let it go.</summary>
    Discarded = 3,
}

/// <summary>An authentic request nothing could be made of, without its bytes.</summary>
public sealed record QuarantineItem
{
    public required Guid Id { get; init; }

    public required string Platform { get; init; }

    /// <summary>Null while the channel is not known: a page may be connected later.</summary>
    public ChannelId? ChannelId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What is wrong with it, without its content.</summary>
    public required string Reason { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public QuarantineState State { get; init; } = QuarantineState.Waiting;

    /// <summary>It came through a pass-through channel: its bytes were not kept, so it can be looked at no further and not be replayed.</summary>
    public bool Withheld { get; init; }
}

/// <summary>Keeps what was authentic but unreadable.</summary>
public interface IQuarantineStore
{
    /// <summary>Adds one. Without a <paramref name="body"/> it is withheld.</summary>
    ValueTask AddAsync(Transaction transaction, QuarantineItem item, ReadOnlyMemory<byte> body);

    /// <summary>A page, newest first, of ids smaller than <paramref name="before"/>; in any state and of any channel where null.</summary>
    ValueTask<IReadOnlyList<QuarantineItem>> ListAsync(
        QuarantineState? state, ChannelId? channel, Guid? before, int limit, CancellationToken cancellationToken);

    /// <summary>How many nobody has decided about yet.</summary>
    ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken);

    ValueTask<QuarantineItem?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The raw bytes as they came.</summary>
    ValueTask<byte[]?> ReadBodyAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Moves a waiting item on. False when somebody already has.</summary>
    ValueTask<bool> MarkAsync(Transaction transaction, Guid id, QuarantineState state);
}

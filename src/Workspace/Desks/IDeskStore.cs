using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>Desks and the work they have to do.</summary>
public interface IDeskStore
{
    /// <summary>How long a finished piece of work is remembered by its key, so that a repeat is recognised.</summary>
    static readonly TimeSpan KeysKept = TimeSpan.FromDays(2);

    /// <summary>All, oldest first. There are few.</summary>
    ValueTask<IReadOnlyList<Desk>> ListAsync(CancellationToken cancellationToken);

    /// <summary>False, and nothing done, when another desk has its path. It hears of what happens from now on.</summary>
    ValueTask<bool> AddAsync(Transaction transaction, Desk desk);

    /// <summary>Writes all that can change but the state. False, and nothing done, when another desk has its path.</summary>
    ValueTask<bool> SaveAsync(Transaction transaction, Desk desk);

    ValueTask SaveStateAsync(Transaction transaction, DeskId id, ConnectionReport report, DateTimeOffset now);

    /// <summary>Takes a desk away with its work and its marks.</summary>
    ValueTask DeleteAsync(Transaction transaction, DeskId id);

    ValueTask<string?> ReadPollOffsetAsync(DeskId id, CancellationToken cancellationToken);

    ValueTask SavePollOffsetAsync(Transaction transaction, DeskId id, string? offset);

    /// <summary>The live number up to which it was told everything; null when there is no such desk.</summary>
    ValueTask<long?> ReadPlaceAsync(DeskId id, CancellationToken cancellationToken);

    ValueTask SavePlaceAsync(Transaction transaction, DeskId id, long place);

    /// <summary>Adds work in order, without what is known by its key already. Returns the ids of what is new, null for a repeat.</summary>
    ValueTask<IReadOnlyList<long?>> AddTasksAsync(Transaction transaction, DeskId id, IReadOnlyList<NewDeskTask> tasks, DateTimeOffset now);

    /// <summary>The first unfinished piece of each lane that is due, without the lanes in <paramref name="busy"/>, oldest first.</summary>
    ValueTask<IReadOnlyList<DeskTask>> ListDueAsync(
        DeskId id, IReadOnlyCollection<string> busy, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>When the first piece after <paramref name="now"/> falls due; null when none waits.</summary>
    ValueTask<DateTimeOffset?> FindNextDueAsync(DeskId id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether anything in a lane is unfinished.</summary>
    ValueTask<bool> IsBusyAsync(DeskId id, string lane, CancellationToken cancellationToken);

    /// <summary>Whether any work about this is unfinished.</summary>
    ValueTask<bool> IsBusyWithAsync(DeskId id, Guid subject, CancellationToken cancellationToken);

    /// <summary>Takes a piece off the list. Its key is remembered, its payload is not.</summary>
    ValueTask FinishAsync(Transaction transaction, long task, DateTimeOffset now);

    /// <summary>Puts a piece off.</summary>
    ValueTask PutOffAsync(Transaction transaction, long task, DateTimeOffset dueAt);

    /// <summary>Makes everything that waits due: the desk works again.</summary>
    ValueTask ResumeAsync(Transaction transaction, DeskId id, DateTimeOffset now);

    /// <summary>Forgets the keys of what was finished before <paramref name="before"/>.</summary>
    ValueTask TrimAsync(Transaction transaction, DateTimeOffset before);

    /// <summary>How many pieces wait, by desk. Not those whose time is yet to come.</summary>
    ValueTask<IReadOnlyDictionary<DeskId, long>> CountWaitingAsync(CancellationToken cancellationToken);
}

/// <summary>
/// What a desk remembers: a small text by kind and name, such as which of the group's messages tells of a conversation. The meaning is
/// the desk's own.
/// </summary>
public interface IDeskMarks
{
    ValueTask<string?> FindAsync(DeskId desk, string kind, string name, CancellationToken cancellationToken);

    /// <summary>As the transaction sees it, locked until its end where writers can meet.</summary>
    ValueTask<string?> FindAsync(Transaction transaction, DeskId desk, string kind, string name);

    /// <summary>All of a kind, newest first.</summary>
    ValueTask<IReadOnlyList<DeskMark>> ListAsync(DeskId desk, string kind, CancellationToken cancellationToken);

    /// <summary>Those of a kind with this value, newest first.</summary>
    ValueTask<IReadOnlyList<DeskMark>> ListByValueAsync(DeskId desk, string kind, string value, CancellationToken cancellationToken);

    /// <summary>False, and nothing done, when there is one already: of several who ask at once one gets true.</summary>
    ValueTask<bool> AddAsync(Transaction transaction, DeskId desk, string kind, string name, string value, DateTimeOffset now);

    /// <summary>Adds it or puts it in the place of what there is.</summary>
    ValueTask PutAsync(Transaction transaction, DeskId desk, string kind, string name, string value, DateTimeOffset now);

    ValueTask RemoveAsync(Transaction transaction, DeskId desk, string kind, string name);

    /// <summary>
    /// Forgets those of a kind, or of all that begin so where it ends with a <c>*</c>, that were last put before a moment. At most so many
    /// at once; returns how many they were.
    /// </summary>
    ValueTask<int> RemoveOlderAsync(Transaction transaction, DeskId desk, string kind, DateTimeOffset before, int most);
}

/// <summary>One thing a desk remembers.</summary>
public sealed record DeskMark(string Name, string Value, DateTimeOffset At);

namespace Rozmova.Workspace.Live;

/// <summary>A pushed change as it is remembered: what changed, not how it looked.</summary>
public sealed record LiveLogRow(long Seq, LiveType Type, Guid Subject, DateTimeOffset At);

/// <summary>The numbered log of what was pushed. Commits write it; this reads.</summary>
public interface ILiveLog
{
    /// <summary>Whether other processes write it too.</summary>
    bool IsShared { get; }

    /// <summary>The newest number given out; 0 before the first.</summary>
    ValueTask<long> ReadLastAsync(CancellationToken cancellationToken);

    /// <summary>The oldest number still remembered; null when there is none.</summary>
    ValueTask<long?> ReadOldestAsync(CancellationToken cancellationToken);

    /// <summary>The first number above <paramref name="after"/> that is remembered; null when there is none.</summary>
    ValueTask<long?> ReadNextAsync(long after, CancellationToken cancellationToken);

    /// <summary>Rows with numbers above <paramref name="after"/> and not above <paramref name="until"/>, in order.</summary>
    ValueTask<IReadOnlyList<LiveLogRow>> ReadAsync(long after, long until, CancellationToken cancellationToken);

    /// <summary>Forgets all but the newest <paramref name="keep"/>.</summary>
    ValueTask TrimAsync(long keep, CancellationToken cancellationToken);
}

/// <summary>How the subject of a remembered change looks now.</summary>
public interface ILiveBodies
{
    /// <summary>The body to send; null when the subject is gone.</summary>
    ValueTask<object?> LoadAsync(LiveType type, Guid subject, CancellationToken cancellationToken);
}

using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Transactions;

/// <summary>
/// One atomic write. What it publishes gets its live numbers inside the same commit, so a change and its event are both there
/// or neither is. Stores take it as their first argument; only the engine that opened it knows what is inside.
/// </summary>
public abstract class Transaction
{
    private readonly List<LiveChange> _changes = [];
    private readonly List<Action> _afterCommit = [];
    private readonly List<Action> _afterSync = [];

    /// <summary>What will be pushed once this is committed, in order.</summary>
    public IReadOnlyList<LiveChange> Changes => _changes;

    /// <summary>Pushes this to everybody who listens, after the commit.</summary>
    public void Publish(LiveChange change) => _changes.Add(change);

    /// <summary>
    /// Whether all it writes would be made again after a power cut, because the journal still has it. Its commit then need not wait for
    /// the disk. Set while it runs.
    /// </summary>
    public bool Repeatable { get; set; }

    /// <summary>Runs once it is committed: wakes whoever works on what was written. Must be quick and must not throw.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Runs once it would survive a power cut: with the commit, or soon after one that is repeatable. Must be quick and must not throw.</summary>
    public void AfterSync(Action action) => _afterSync.Add(action);

    /// <summary>Called by the engine after the commit.</summary>
    public void RunAfterCommit()
    {
        foreach (var action in _afterCommit)
        {
            action();
        }
    }

    /// <summary>Called by the engine once the commit is on the disk.</summary>
    public void RunAfterSync()
    {
        foreach (var action in _afterSync)
        {
            action();
        }
    }
}

/// <summary>Opens transactions. One implementation per database engine.</summary>
public interface ITransactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it; an exception rolls it back and comes through. The embedded
    /// engine runs several of them one after another inside one commit, so work does nothing slow and nothing outside the store.
    /// </summary>
    ValueTask<T> WriteAsync<T>(Func<Transaction, ValueTask<T>> work, CancellationToken cancellationToken);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>There is no room in memory for words that must touch no disk: whoever brought them keeps them and tries again.</summary>
public sealed class RelayFullException() : Exception("There is no room for what passes through memory.");

/// <summary>The work desks have to do: stored before its sender is told that it was taken, then offered to whoever runs the desk.</summary>
public sealed class DeskWork(IDeskStore store, ITransactions transactions, IRelay relay, TimeProvider time)
{
    /// <summary>Raised when a desk may have something to do, on the thread that says so. Handlers are quick and do not throw.</summary>
    public event Action<DeskId>? Added;

    /// <summary>Adds work in a transaction of its own. Without what is known by its key.</summary>
    /// <exception cref="RelayFullException">Nothing was taken.</exception>
    public async ValueTask AddAsync(DeskId desk, IReadOnlyList<NewDeskTask> tasks, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await AddAsync(transaction, desk, tasks);
            return true;
        }, cancellationToken);

    /// <summary>Adds work together with what <paramref name="transaction"/> writes.</summary>
    /// <exception cref="RelayFullException">Nothing may be committed.</exception>
    public async ValueTask AddAsync(Transaction transaction, DeskId desk, IReadOnlyList<NewDeskTask> tasks)
    {
        var ids = await store.AddTasksAsync(transaction, desk, tasks, time.GetStoredNow());
        foreach (var (task, id) in tasks.Zip(ids))
        {
            if (task is { Volatile: true, Payload: { } payload } && id is { } added && !relay.TryKeep(Name(added), payload.ToArray(), payload.Length))
            {
                throw new RelayFullException();
            }
        }

        transaction.AfterCommit(() => Added?.Invoke(desk));
    }

    /// <summary>Says that a desk may have something to do.</summary>
    public void Wake(DeskId desk) => Added?.Invoke(desk);

    /// <summary>With what memory kept of it.</summary>
    internal DeskTask Supplied(DeskTask task) =>
        task.Volatile && relay.Find<byte[]>(Name(task.Id)) is { } payload ? task with { Payload = payload } : task;

    internal async ValueTask FinishAsync(DeskTask task, CancellationToken cancellationToken)
    {
        await transactions.WriteAsync(async transaction =>
        {
            await store.FinishAsync(transaction, task.Id, time.GetStoredNow());
            return true;
        }, cancellationToken);
        relay.Release(Name(task.Id));
    }

    internal async ValueTask PutOffAsync(DeskTask task, TimeSpan wait, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await store.PutOffAsync(transaction, task.Id, time.GetStoredNow() + wait);
            return true;
        }, cancellationToken);

    private static string Name(long task) => $"desk-task:{task}";
}

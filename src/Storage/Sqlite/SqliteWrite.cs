using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>One transaction in the writer's queue.</summary>
internal abstract class SqliteWrite
{
    public SqlTransaction? Transaction { get; set; }

    public abstract ValueTask RunAsync(SqlTransaction transaction);

    public abstract void Succeed();

    public abstract void Fail(Exception failure);
}

/// <summary>A transaction that gives its caller a result.</summary>
internal sealed class SqliteWrite<T>(Func<Transaction, ValueTask<T>> work, CancellationToken cancellationToken) : SqliteWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Completion => _done.Task;

    public override async ValueTask RunAsync(SqlTransaction transaction)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _result = await work(transaction);
    }

    public override void Succeed()
    {
        Transaction!.RunAfterCommit();
        _done.SetResult(_result);
    }

    public override void Fail(Exception failure) => _done.SetException(failure);
}

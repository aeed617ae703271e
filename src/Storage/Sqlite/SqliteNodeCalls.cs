using Rozmova.Workspace.Live;

namespace Rozmova.Storage.Sqlite;

/// <summary>A data folder belongs to one process: there is nobody to call, and nothing is ever heard.</summary>
internal sealed class SqliteNodeCalls : INodeCalls
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    public ValueTask CallAsync(string call, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public Task ListenAsync(Action begun, Func<string, ValueTask> heard, CancellationToken cancellationToken) =>
        Never.WaitAsync(cancellationToken);
}

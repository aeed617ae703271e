namespace Rozmova.Workspace.Live;

/// <summary>What the nodes of one installation call out to each other: heard by whoever listens right then, and kept by nobody.</summary>
public interface INodeCalls
{
    /// <summary>Calls to all nodes, this one too. At most 8000 bytes, and never what somebody wrote.</summary>
    ValueTask CallAsync(string call, CancellationToken cancellationToken);

    /// <summary>
    /// Listens until cancelled, and throws when the line is lost. <paramref name="begun"/> is called once every later call will be heard;
    /// <paramref name="heard"/> for one call after another, those of one node in their order.
    /// </summary>
    Task ListenAsync(Action begun, Func<string, ValueTask> heard, CancellationToken cancellationToken);
}

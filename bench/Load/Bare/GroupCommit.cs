using System.Threading.Channels;

namespace Rozmova.Bench.Bare;

/// <summary>Turns whatever waits into one commit.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int Most = 512;

    // Full never happens: there are fewer connections than places.
    private readonly Channel<(byte[] Body, TaskCompletionSource Done)> _waiting =
        Channel.CreateBounded<(byte[], TaskCompletionSource)>(new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly ISink _sink;
    private readonly Task _flusher;

    public GroupCommit(ISink sink)
    {
        _sink = sink;
        _flusher = Task.Run(FlushAsync);
    }

    public async Task AppendAsync(byte[] body)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((body, done));
        await done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _flusher;
    }

    private async Task FlushAsync()
    {
        var bodies = new List<byte[]>(Most);
        var callers = new List<TaskCompletionSource>(Most);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            bodies.Clear();
            callers.Clear();
            while (bodies.Count < Most && _waiting.Reader.TryRead(out var item))
            {
                bodies.Add(item.Body);
                callers.Add(item.Done);
            }

            await _sink.CommitAsync(bodies);
            callers.ForEach(caller => caller.SetResult());
        }
    }
}

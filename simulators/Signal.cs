namespace Rozmova.Simulators;

/// <summary>Wakes everyone who waits for a change.</summary>
internal sealed class Signal
{
    private TaskCompletionSource? _waiters;

    /// <summary>The next change. Take it before looking, so that no change is missed.</summary>
    public Task Next
    {
        get
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _waiters, fresh, null) ?? fresh).Task;
        }
    }

    public void Pulse() => Interlocked.Exchange(ref _waiters, null)?.TrySetResult();

    /// <summary>Looks now and after every change, until something is found.</summary>
    public async Task<T> FindAsync<T>(Func<T?> look, CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            var changed = Next;
            if (look() is { } found)
            {
                return found;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Looks now and after every change, until it is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Next;
            if (isSo())
            {
                return;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }
}

namespace Rozmova.Workspace.Statistics;

/// <summary>
/// Keeps an answer for a moment: however many consoles ask at once, the store counts once. A count that failed is not kept.
/// </summary>
internal sealed class Recent<TKey, TValue>(TimeSpan life, TimeProvider time) where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (DateTimeOffset At, Task<TValue> Value)> _kept = [];

    public Task<TValue> GetAsync(TKey key, Func<CancellationToken, ValueTask<TValue>> read, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in _kept.Where(kept => kept.Value.At + life <= now || kept.Value.Value.IsFaulted).ToList())
            {
                _kept.Remove(old);
            }

            if (!_kept.TryGetValue(key, out var found))
            {
                // Shared, so that nobody who goes away takes it from the others.
                _kept.Add(key, found = (now, Task.Run(() => read(CancellationToken.None).AsTask(), CancellationToken.None)));
            }

            return found.Value.WaitAsync(cancellationToken);
        }
    }
}

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// At most so many departures in any second, wherever that second begins: a plain token bucket would allow twice as many across
/// its border. A place is reserved while a departure is prepared and counts from the moment it leaves. Not for two threads at once.
/// </summary>
internal sealed class RateWindow
{
    // A little over a second: requests do not all take equally long to reach the platform's own counter.
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(1020);

    private readonly Queue<DateTimeOffset> _departures = new();
    private int _reserved;

    /// <summary>When a place becomes free by time alone; null when only departures under way can free one.</summary>
    public DateTimeOffset? NextFreeAt => _departures.TryPeek(out var oldest) ? oldest + Length : null;

    /// <summary>How many of <paramref name="rate"/> may be reserved now; null is no limit.</summary>
    public int Free(int? rate, DateTimeOffset now)
    {
        while (_departures.TryPeek(out var oldest) && oldest + Length <= now)
        {
            _departures.Dequeue();
        }

        return rate is { } most ? most - _departures.Count - _reserved : int.MaxValue;
    }

    public void Reserve() => _reserved++;

    public void Release() => _reserved--;

    /// <summary>A reserved departure leaves.</summary>
    public void Leave(DateTimeOffset now)
    {
        _reserved--;
        _departures.Enqueue(now);
    }
}

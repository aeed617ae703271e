using System.Collections.Concurrent;
using Rozmova.Messaging;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// The hints that wait for a channel's poll. Several for one order are one: they are gathered for a moment, and an order is not looked at
/// twice within two seconds. Kept in this process only; whatever is lost here the next poll finds.
/// </summary>
internal sealed class SellerCrmHints(TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelId, HintBox> _boxes = [];

    public HintBox Of(ChannelId channel) => _boxes.GetOrAdd(channel, _ => new HintBox(time));
}

/// <summary>The hints for one channel.</summary>
internal sealed class HintBox(TimeProvider time)
{
    /// <summary>In the place of an order's number: look at the list.</summary>
    public const long List = 0;

    private const int Most = 1000;
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, (DateTimeOffset First, DateTimeOffset Last)> _waiting = [];
    private readonly Dictionary<long, DateTimeOffset> _taken = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody says that there is news of an order. More than can be kept is a hint at the list.</summary>
    public void Offer(long order)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var kept = _waiting.Count < Most || _waiting.ContainsKey(order) ? order : List;
            _waiting[kept] = (_waiting.TryGetValue(kept, out var before) ? before.First : now, now);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until a hint is due, or until <paramref name="until"/>.</summary>
    public async Task WaitAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (due, changed) = Look();
            var wait = (due < until ? due.Value : until) - time.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return;
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(wait, time, stop.Token));
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Takes the hints whose time has come.</summary>
    public IReadOnlyList<long> Take()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var (old, _) in _taken.Where(taken => taken.Value + Apart <= now).ToList())
            {
                _taken.Remove(old);
            }

            long[] due = [.. _waiting.Keys.Where(order => DueAt(order) <= now)];
            foreach (var order in due)
            {
                _waiting.Remove(order);
                _taken[order] = now;
            }

            return due;
        }
    }

    private (DateTimeOffset? Due, Task Changed) Look()
    {
        lock (_lock)
        {
            return (_waiting.Count == 0 ? null : _waiting.Keys.Min(DueAt), _changed.Task);
        }
    }

    private DateTimeOffset DueAt(long order)
    {
        var (first, last) = _waiting[order];
        var gathered = last + Gather < first + Apart ? last + Gather : first + Apart;
        return _taken.TryGetValue(order, out var taken) && taken + Apart > gathered ? taken + Apart : gathered;
    }
}

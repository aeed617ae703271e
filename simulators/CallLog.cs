using System.Collections.Concurrent;

namespace Rozmova.Simulators;

/// <summary>One call: its name, and what else a platform's calls carry.</summary>
public interface IRecordedCall
{
    string Method { get; }
}

/// <summary>What programs asked for, oldest first: counted always, remembered in full up to a bound.</summary>
public sealed class CallLog<TCall>
    where TCall : IRecordedCall
{
    private readonly Lock _gate = new();
    private readonly Queue<TCall> _calls = [];
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Signal _changed = new();
    private readonly int _capacity;

    internal CallLog(int capacity) => _capacity = capacity;

    public IReadOnlyList<TCall> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public int Count(string method) => _counts.GetValueOrDefault(method);

    public IReadOnlyList<TCall> Of(string method) =>
        [.. All.Where(call => call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits until a method has been called so many times in all.</summary>
    public Task WaitForAsync(string method, int count, CancellationToken cancellationToken) =>
        _changed.UntilAsync(() => Count(method) >= count, cancellationToken);

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _counts.Clear();
        }
    }

    internal void Add(TCall call)
    {
        if (_capacity > 0)
        {
            lock (_gate)
            {
                _calls.Enqueue(call);
                if (_calls.Count > _capacity)
                {
                    _calls.Dequeue();
                }
            }
        }

        _counts.AddOrUpdate(call.Method, 1, (_, count) => count + 1);
        _changed.Pulse();
    }
}

using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>What bots asked for, oldest first: counted always, remembered in full up to a bound.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedCall> _calls = [];
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _capacity;

    internal CallLog(int capacity) => _capacity = capacity;

    internal Signal Changed { get; } = new();

    public IReadOnlyList<RecordedCall> All
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

    public IReadOnlyList<RecordedCall> Of(string method) =>
        [.. All.Where(call => call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Waits until a method has been called so many times in all.</summary>
    public async Task WaitForAsync(string method, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = Changed.Next;
            if (Count(method) >= count)
            {
                return;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _counts.Clear();
        }
    }

    internal void Add(RecordedCall call)
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
        Changed.Pulse();
    }
}

/// <summary>One call: the parameters as JSON whatever their encoding was, without the bytes of files.</summary>
public sealed record RecordedCall(string Method, long BotId, long? ChatId, DateTimeOffset At, JsonObject Parameters);

using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>One call of the API: who called what, with which body.</summary>
public sealed record RecordedCall(string Method, string? Token, DateTimeOffset At, JsonObject Body);

/// <summary>What bots asked for, oldest first: counted always, remembered in full up to a bound.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedCall> _calls = [];
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly int _capacity;

    internal CallLog(int capacity) => _capacity = capacity;

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

    public IReadOnlyList<RecordedCall> Of(string method) => [.. All.Where(call => call.Method == method)];

    internal void Add(RecordedCall call)
    {
        _counts.AddOrUpdate(call.Method, 1, (_, count) => count + 1);
        lock (_gate)
        {
            _calls.Enqueue(call);
            if (_calls.Count > _capacity)
            {
                _calls.Dequeue();
            }
        }
    }
}

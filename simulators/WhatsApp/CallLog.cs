using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>One call: what was asked of which object, with which body; of an upload its fields, without the bytes.</summary>
public sealed record RecordedCall(string Method, string Object, string Version, DateTimeOffset At, JsonObject Body);

/// <summary>What programs asked for, oldest first, remembered up to a bound.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedCall> _calls = [];
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

    public IReadOnlyList<RecordedCall> Of(string method) => [.. All.Where(call => call.Method == method)];

    internal void Add(RecordedCall call)
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
}

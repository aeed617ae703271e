using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>What was asked of the API, oldest first: counted always, remembered in full up to a bound.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedCall> _calls = [];
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly Signal _changed = new();
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

    public int Count(string path) => _counts.GetValueOrDefault(path);

    public IReadOnlyList<RecordedCall> Of(string path) => [.. All.Where(call => call.Path == path)];

    /// <summary>Waits until a path has been called so many times in all.</summary>
    public async Task WaitForAsync(string path, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _changed.Next;
            if (Count(path) >= count)
            {
                return;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    internal void Add(RecordedCall call)
    {
        lock (_gate)
        {
            if (_capacity > 0)
            {
                _calls.Enqueue(call);
                if (_calls.Count > _capacity)
                {
                    _calls.Dequeue();
                }
            }
        }

        _counts.AddOrUpdate(call.Path, 1, (_, count) => count + 1);
        _changed.Pulse();
    }
}

/// <summary>One call: its body as it came, for WeChat cares how characters are written; empty for a file.</summary>
public sealed record RecordedCall(string Path, string Body, DateTimeOffset At)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}

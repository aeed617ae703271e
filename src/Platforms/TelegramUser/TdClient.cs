using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>One account's connection to TDLib: requests are matched with their answers by <c>@extra</c>, the rest are updates.</summary>
internal sealed class TdClient(int id, ITdJson td, Action<JsonObject> onUpdate, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, Action<JsonObject>> _waiting = [];
    private long _last;
    private volatile bool _ended;

    public int Id { get; } = id;

    /// <summary>Sends a request. <paramref name="onAnswer"/> runs on the receiving thread, in order with the updates: it is quick.</summary>
    public void Send(JsonObject request, Action<JsonObject> onAnswer)
    {
        var number = Interlocked.Increment(ref _last);
        request["@extra"] = number;
        _waiting[number] = onAnswer;
        td.Send(Id, request.ToJsonString());
        if (_ended)
        {
            Abort(number);
        }
    }

    /// <summary>Sends a request whose answer nobody waits for.</summary>
    public void Send(JsonObject request) => td.Send(Id, request.ToJsonString());

    /// <summary>Sends a request and waits for its answer, which may be an <c>error</c>.</summary>
    /// <exception cref="TimeoutException">No answer in time.</exception>
    public async Task<JsonObject> CallAsync(JsonObject request, TimeSpan limit, CancellationToken cancellationToken)
    {
        var answered = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(request, answer => answered.TrySetResult(answer));
        return await answered.Task.WaitAsync(limit, time, cancellationToken);
    }

    /// <summary>Called once TDLib has closed it: nothing is answered any more, so nobody is left waiting.</summary>
    public void End()
    {
        _ended = true;
        foreach (var number in _waiting.Keys)
        {
            Abort(number);
        }
    }

    /// <summary>Called by the receiving thread with everything that is for this client.</summary>
    public void Take(JsonObject received)
    {
        if (received["@extra"] is JsonValue extra && _waiting.TryRemove(extra.GetValue<long>(), out var onAnswer))
        {
            onAnswer(received);
        }
        else
        {
            onUpdate(received);
        }
    }

    private void Abort(long number)
    {
        if (_waiting.TryRemove(number, out var onAnswer))
        {
            onAnswer(new JsonObject { ["@type"] = "error", ["code"] = 500, ["message"] = "The session is closed" });
        }
    }
}

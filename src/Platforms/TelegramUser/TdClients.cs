using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// All accounts of the process. TDLib has one queue for what it says to all of them, so one thread receives and hands out by
/// <c>@client_id</c>; it starts with the first account and ends with the program.
/// </summary>
internal sealed class TdClients(ITdJson td, TimeProvider time, ILogger<TdClients> logger) : IDisposable
{
    // TDLib writes what it does to the error output, people's words among it. Only its own end may be told.
    private const string Silence = """{"@type":"setLogVerbosityLevel","new_verbosity_level":0}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, TdClient> _clients = [];
    private readonly Lock _lock = new();
    private Thread? _receiver;
    private volatile bool _stopped;

    /// <summary>A new client. <paramref name="onUpdate"/> runs on the receiving thread: it is quick, does no I/O.</summary>
    public TdClient Open(Action<JsonObject> onUpdate)
    {
        StartReceiving();
        var client = new TdClient(td.CreateClient(), td, onUpdate, time);
        _clients[client.Id] = client;
        return client;
    }

    /// <summary>Called once TDLib has closed it.</summary>
    public void Forget(TdClient client)
    {
        _clients.TryRemove(client.Id, out _);
        client.End();
    }

    public void Dispose()
    {
        _stopped = true;
        _receiver?.Join();
    }

    private void StartReceiving()
    {
        lock (_lock)
        {
            if (_receiver is null)
            {
                td.Execute(Silence);
                _receiver = new Thread(Receive) { IsBackground = true, Name = "TDLib" };
                _receiver.Start();
            }
        }
    }

    private void Receive()
    {
        while (!_stopped)
        {
            if (td.Receive(Patience) is { } received)
            {
                HandOut(received);
            }
        }
    }

    private void HandOut(string received)
    {
        try
        {
            if (JsonNode.Parse(received) is JsonObject update &&
                _clients.TryGetValue((int)update.Number("@client_id"), out var client))
            {
                client.Take(update);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            // A later TDLib may say what we cannot read; the thread serves everybody, so it goes on. No exception text: it may quote people.
            logger.UpdateUnreadable(exception.GetType().Name);
        }
    }
}

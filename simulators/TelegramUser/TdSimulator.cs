using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.TelegramUser;

/// <summary>
/// Plays TDLib and the Telegram behind it, by TDLib's JSON interface: one queue of answers and updates for all clients. Sign-ins are kept
/// by database folder, as the real one keeps them in it.
/// </summary>
public sealed class TdSimulator(TimeProvider time, long firstNumber = 1_000) : IDisposable
{
    private readonly BlockingCollection<string> _said = [];
    private readonly ConcurrentDictionary<int, TdConnection> _connections = [];
    private readonly ConcurrentDictionary<string, SimulatedAccount> _signedIn = [];
    private readonly ConcurrentDictionary<string, SimulatedAccount> _accounts = [];
    private long _lastNumber = firstNumber;

    /// <summary>Names of all requests, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    internal Lock Gate { get; } = new();

    internal ConcurrentDictionary<string, TdConnection> Links { get; } = [];

    /// <summary>An account that can be signed in. Its phone has Telegram's own app.</summary>
    public SimulatedAccount AddAccount(string phone, string code, string? password = null) =>
        _accounts.GetOrAdd(phone, number => new SimulatedAccount(this, NextNumber(), number, code, password));

    public int CreateClient()
    {
        var id = (int)NextNumber();
        _connections[id] = new TdConnection(this, id);
        return id;
    }

    public void Send(int client, string request)
    {
        var asked = (JsonObject)JsonNode.Parse(request)!;
        Requests.Enqueue((string)asked["@type"]!);
        lock (Gate)
        {
            _connections[client].Take(asked);
        }
    }

    public string? Receive(TimeSpan patience) => _said.TryTake(out var said, patience) ? said : null;

    public void Dispose() => _said.Dispose();

    internal long NextNumber() => Interlocked.Increment(ref _lastNumber);

    internal long Now => time.GetUtcNow().ToUnixTimeSeconds();

    internal SimulatedAccount? FindAccount(string phone) => _accounts.GetValueOrDefault(phone);

    internal SimulatedAccount? FindSignedIn(string folder) => _signedIn.GetValueOrDefault(folder);

    internal void SignIn(string folder, SimulatedAccount account) => _signedIn[folder] = account;

    internal void SignOut(string folder) => _signedIn.TryRemove(folder, out _);

    internal void Say(int client, JsonObject said)
    {
        said["@client_id"] = client;
        _said.Add(said.ToJsonString());
    }
}

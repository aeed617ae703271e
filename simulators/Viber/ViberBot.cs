using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Viber;

/// <summary>Where a bot is called, and what it wants to hear of.</summary>
public sealed record ViberWebhook(Uri Url, IReadOnlyList<string>? EventTypes, bool SendName, bool SendPhoto)
{
    private static readonly string[] Always = ["message", "subscribed", "unsubscribed", "webhook"];

    internal bool Wants(string kind) => EventTypes is null || Always.Contains(kind) || EventTypes.Contains(kind);
}

/// <summary>One bot: its webhook, its files and the people who may write to it.</summary>
public sealed class ViberBot : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ViberCustomer> _customers = [];
    private readonly CallbackSender _sender;
    private long _lastToken;

    internal ViberBot(ViberSimulator simulator, string token, string name)
    {
        Simulator = simulator;
        Token = token;
        Name = name;
        _sender = new CallbackSender(this);
        _lastToken = simulator.Options.FirstToken;
    }

    public string Token { get; internal set; }

    public string Name { get; }

    public ViberWebhook? Webhook { get; internal set; }

    public IReadOnlyCollection<ViberCustomer> Customers => [.. _customers.Values];

    internal ViberSimulator Simulator { get; }

    internal TimeProvider Time => Simulator.Time;

    /// <summary>A new person, not subscribed yet; the same one has another id at another bot.</summary>
    public ViberCustomer AddCustomer(string name, string? id = null)
    {
        var customer = new ViberCustomer(this, id ?? IdFor(_customers.Count), name);
        return _customers[customer.Id] = customer;
    }

    /// <summary>What Viber would put into <c>X-Viber-Content-Signature</c>.</summary>
    public string Sign(ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), body));

    /// <summary>Sends any callback; the token and the time are given here, and nothing is sent that the webhook does not want.</summary>
    public Callback SendRaw(string kind, JsonObject members, string lane = "") => Publish(kind, members, lane, NextToken());

    /// <summary>Delivers a callback once more, as Viber does when an answer got lost on the way back.</summary>
    public Task RedeliverAsync(Callback callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _sender.Offer(callback);
    }

    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    internal Callback Publish(string kind, JsonObject members, string lane, long token)
    {
        var body = new JsonObject
        {
            ["event"] = kind,
            ["timestamp"] = Time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["chat_hostname"] = "SN-CHAT-02_",
            ["message_token"] = token,
        };
        foreach (var (name, value) in members)
        {
            body[name] = value?.DeepClone();
        }

        var callback = new Callback(kind, token, lane, Time.GetUtcNow(), Encoding.UTF8.GetBytes(body.ToJsonString(PlainJson.Options)));
        if (Webhook?.Wants(kind) ?? false)
        {
            _ = _sender.Offer(callback);
        }

        return callback;
    }

    /// <summary>The callback by which Viber asks a new webhook whether it is there: once, and only 200 will do.</summary>
    internal async Task<bool> IsThereAsync(ViberWebhook webhook, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["event"] = "webhook",
            ["timestamp"] = Time.GetUtcNow().ToUnixTimeMilliseconds(),
            ["chat_hostname"] = "SN-CHAT-02_",
            ["message_token"] = NextToken(),
        };
        return await _sender.TryDeliverAsync(webhook.Url, Encoding.UTF8.GetBytes(body.ToJsonString()), cancellationToken) is not null;
    }

    /// <summary>Takes a file and gives its address.</summary>
    internal string Keep(SimulatedFile file)
    {
        var path = $"media/{Simulator.Files.Keep(file)}/{Uri.EscapeDataString(file.Name)}?Expires=1767229200";
        return new Uri(Simulator.BaseAddress, path).AbsoluteUri;
    }

    internal long NextToken() => Interlocked.Increment(ref _lastToken);

    internal ViberCustomer? FindCustomer(string? id) => id is null ? null : _customers.GetValueOrDefault(id);

    private string IdFor(int number) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{Token}/{number}")).AsSpan(0, 16));
}

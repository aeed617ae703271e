using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Rozmova.Simulators.SellerCrm;

/// <summary>In which of the forms that were seen a signal comes.</summary>
public enum SignalForm
{
    /// <summary>POST, JSON.</summary>
    Json = 0,

    /// <summary>POST, a form, under the name of a message notice.</summary>
    Form = 1,

    /// <summary>POST with the number in the query.</summary>
    Query = 2,

    /// <summary>GET.</summary>
    Get = 3,
}

/// <summary>A seller and their orders.</summary>
public sealed class SellerAccount : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClockLeeway = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<long, SimulatedOrder> _orders = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = [];
    private readonly ConcurrentBag<Task> _signals = [];
    private readonly WebhookClient _client;
    private long _lastStamp;

    internal SellerAccount(SellerCrmSimulator simulator, long id, string apiKey)
    {
        Simulator = simulator;
        Id = id;
        ApiKey = apiKey;
        _client = new WebhookClient(TimeProvider.System);
    }

    public SellerCrmSimulator Simulator { get; }

    public long Id { get; }

    /// <summary>May be replaced; tokens of the old one end.</summary>
    public string ApiKey { get; private set; }

    /// <summary>Where signals go, the key in its query; null sends none.</summary>
    public Uri? SignalAddress { get; set; }

    public SignalForm SignalForm { get; set; }

    public IReadOnlyCollection<SimulatedOrder> Orders => [.. _orders.Values];

    /// <summary>Somebody buys. The shop's first notice is not written by itself: see <see cref="SimulatedOrder.NoticeOfShop"/>.</summary>
    public SimulatedOrder AddOrder(string email, string goods = "Game key")
    {
        var order = new SimulatedOrder(this, Simulator.NextNumber(), email, goods);
        _orders[order.Number] = order;
        return order;
    }

    /// <summary>The seller makes another key.</summary>
    public void ReplaceKey(string apiKey)
    {
        ApiKey = apiKey;
        RevokeTokens();
    }

    /// <summary>No token that was given is accepted any more.</summary>
    public void RevokeTokens() => _tokens.Clear();

    /// <summary>Sends a signal and gives the status it was answered with; null where nobody answered.</summary>
    public async Task<HttpStatusCode?> SignalAsync(long order, SignalForm form)
    {
        var number = order.ToString(CultureInfo.InvariantCulture);
        using var request = RequestOf(SignalAddress ?? throw new InvalidOperationException("There is no address to signal to."), number, form);
        return (await _client.SendAsync(request, Patience, Simulator.Stopping))?.Status;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(_signals);
        }
        catch (OperationCanceledException) when (Simulator.Stopping.IsCancellationRequested)
        {
            // The simulator stops, and what it was about to say goes with it.
        }

        _client.Dispose();
    }

    internal SimulatedOrder? FindOrder(long? number) => number is { } known ? _orders.GetValueOrDefault(known) : null;

    internal bool Accepts(string token) => _tokens.TryGetValue(token, out var until) && Simulator.Time.GetUtcNow() < until;

    /// <summary>Something happened in a chat.</summary>
    internal void Announce(long order)
    {
        if (SignalAddress is not null)
        {
            _signals.Add(SignalAsync(order, SignalForm));
        }
    }

    /// <summary>Gives a token where the proof is right; null where it is not, or was used already.</summary>
    internal (string Token, DateTimeOffset Until)? SignIn(long timestamp, string sign)
    {
        var now = Simulator.Time.GetUtcNow();
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            ApiKey + timestamp.ToString(CultureInfo.InvariantCulture))));
        var isTimely = (DateTimeOffset.FromUnixTimeSeconds(timestamp) - now).Duration() < ClockLeeway;
        if (sign != expected || !isTimely || Interlocked.Exchange(ref _lastStamp, timestamp) == timestamp)
        {
            return null;
        }

        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var until = now + Simulator.Options.TokenLife;
        _tokens[token] = until;
        return (token, until);
    }

    private static HttpRequestMessage RequestOf(Uri address, string order, SignalForm form) => form switch
    {
        SignalForm.Json => WebhookClient.Post(address, Encoding.UTF8.GetBytes($"{{\"InvoiceId\":{order}}}"), "application/json"),
        SignalForm.Form => WebhookClient.Post(
            address,
            Encoding.UTF8.GetBytes(
                $"DebateId={order}&MessageId=880002&OwnerId=0&Email=buyer%40example.com&MessageDate=29.05.2024+19%3A26%3A40&ImagePath="),
            "application/x-www-form-urlencoded"),
        SignalForm.Query => WebhookClient.Post(With(address, $"ID_I={order}"), ReadOnlyMemory<byte>.Empty, "text/plain"),
        _ => new HttpRequestMessage(HttpMethod.Get, With(address, $"inv={order}")),
    };

    private static Uri With(Uri address, string parameter) =>
        new($"{address.AbsoluteUri}{(address.Query.Length == 0 ? '?' : '&')}{parameter}");
}

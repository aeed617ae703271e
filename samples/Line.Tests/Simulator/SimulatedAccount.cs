using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Line.Tests.Simulator;

/// <summary>An official account at the simulated LINE.</summary>
internal sealed class SimulatedAccount(string token, TimeProvider time) : IDisposable
{
    private static long _lastId = 468_789_000_000_000_000;

    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly ConcurrentDictionary<string, string> _accepted = [];
    private readonly ConcurrentQueue<JsonNode> _messages = [];

    public string Token { get; } = token;

    public string Secret { get; } = $"secret-of-{token}";

    /// <summary>Where its events go: set by the webhook endpoint call.</summary>
    public Uri? Webhook { get; set; }

    /// <summary>What befalls the next push; an expired token stays.</summary>
    public Trouble? Trouble { get; set; }

    public ConcurrentDictionary<string, SampleFile> Files { get; } = [];

    /// <summary>The messages that reached people, as they were pushed, each with its id.</summary>
    public IReadOnlyList<JsonNode> Messages => [.. _messages];

    public static string NextId() => Interlocked.Increment(ref _lastId).ToString();

    /// <summary>Takes a message once under each retry key.</summary>
    /// <returns>The status and the id of what was sent under this key, now or before.</returns>
    public (HttpStatusCode Status, string Id) Accept(JsonNode push, string retryKey)
    {
        var id = NextId();
        if (!_accepted.TryAdd(retryKey, id))
        {
            return (HttpStatusCode.Conflict, _accepted[retryKey]);
        }

        var message = push["messages"]!.AsArray().Single()!.DeepClone();
        message["id"] = id;
        _messages.Enqueue(message);
        return (HttpStatusCode.OK, id);
    }

    /// <summary>An event as LINE writes it, of one person.</summary>
    public JsonObject Event(string type, string person, JsonObject content)
    {
        content["type"] = type;
        content["mode"] = "active";
        content["timestamp"] = time.GetUtcNow().ToUnixTimeMilliseconds();
        content["source"] = new JsonObject { ["type"] = "user", ["userId"] = person };
        content["webhookEventId"] = $"01{NextId()}";
        content["deliveryContext"] = new JsonObject { ["isRedelivery"] = false };
        return content;
    }

    public static byte[] Envelope(params JsonNode[] events) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["destination"] = "U0123456789abcdef0123456789abcdef", ["events"] = new JsonArray(events) });

    public string Sign(ReadOnlySpan<byte> body) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));

    public async Task PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = content };
        request.Headers.Add("X-Line-Signature", Sign(body));
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}

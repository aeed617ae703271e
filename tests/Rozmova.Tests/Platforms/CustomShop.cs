using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging;

namespace Rozmova.Tests.Platforms;

/// <summary>A system of somebody's own on a custom channel: it signs what it brings in.</summary>
internal sealed class CustomShop
{
    public const string Secret = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cy0wMTIzNDU2Nzg5";

    private readonly StandardWebhook _key = new(Secret);
    private readonly HttpClient _http;
    private int _deliveries;

    private CustomShop(HttpClient http, JsonNode channel)
    {
        _http = http;
        Channel = channel;
    }

    public JsonNode Channel { get; }

    public string Path => Channel.Text("webhookPath");

    public static async Task<CustomShop> ConnectAsync(RozmovaServer server, Uri? callbackUrl = null, params string[] events)
    {
        var settings = new { secret = Secret, callbackUrl, events };
        var answer = await server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "custom", name = "Own shop", settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return new CustomShop(server.Anonymous, await answer.JsonAsync());
    }

    /// <summary>Brings a text in and expects it to be taken.</summary>
    public async Task TellAsync(string id, string person, string text, DateTimeOffset sentAt)
    {
        var answer = await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new
        {
            id, from = new { id = person, name = person }, content = new { type = "text", text }, sentAt,
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Signs any bytes and sends them.</summary>
    public Task<HttpResponseMessage> SendAsync(byte[] body)
    {
        var id = $"delivery_{Interlocked.Increment(ref _deliveries)}";
        var now = TimeProvider.System.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Headers.Add(StandardWebhook.IdHeader, id);
        request.Headers.Add(StandardWebhook.TimestampHeader, StandardWebhook.Timestamp(now));
        request.Headers.Add(StandardWebhook.SignatureHeader, _key.Sign(id, now, body));
        return _http.SendAsync(request);
    }
}

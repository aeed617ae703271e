using System.Net.Http.Json;
using System.Text.Json;
using Rozmova.Bench.Servers;
using Rozmova.Messaging;

namespace Rozmova.Bench.Clients;

/// <summary>A custom channel of the program, and the people who write through it.</summary>
internal sealed class CustomChannel
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly StandardWebhook _signature = new(Secret);
    private readonly ProductServer _product;
    private readonly string _id;
    private readonly string _webhookPath;

    private CustomChannel(ProductServer product, JsonElement channel)
    {
        _product = product;
        _id = channel.GetProperty("id").GetString()!;
        _webhookPath = channel.GetProperty("webhookPath").GetString()!;
    }

    public static async Task<CustomChannel> CreateAsync(ProductServer product, Uri callback, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string> { ["callbackUrl"] = callback.ToString(), ["secret"] = Secret };
        return new CustomChannel(product, await product.AddChannelAsync("custom", settings, cancellationToken));
    }

    /// <summary>Each person writes once. Returns their conversations' ids.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(int people, CancellationToken cancellationToken)
    {
        for (var person = 0; person < people; person++)
        {
            await WriteAsync($"person-{person}", cancellationToken);
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Limit);
        while (true)
        {
            var conversations = await ListAsync(waiting.Token);
            if (conversations.Count == people)
            {
                return conversations;
            }
        }
    }

    private async Task WriteAsync(string person, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = person + "-1",
            from = new { id = person, name = person },
            content = new { type = "text", text = "Where is my order?" },
            sentAt = now,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhookPath) { Content = new ByteArrayContent(body) };
        request.Headers.Add(StandardWebhook.IdHeader, person);
        request.Headers.Add(StandardWebhook.TimestampHeader, StandardWebhook.Timestamp(now));
        request.Headers.Add(StandardWebhook.SignatureHeader, _signature.Sign(person, now, body));
        using var answer = await _product.Api.SendAsync(request, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var (ids, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var cursor = next.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(next);
            var page = await _product.Api.GetFromJsonAsync<JsonElement>(
                $"api/v1/conversations?channelId={_id}&limit=200{cursor}", cancellationToken);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        return ids;
    }
}

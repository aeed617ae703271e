using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Custom;

/// <summary>What the receiver said. The body is read for a 2xx only.</summary>
internal sealed record CustomAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, byte[] Body);

/// <summary>HTTP with the other side of a custom channel.</summary>
internal sealed class CustomClient(IHttpClientFactory clients, TimeProvider time, ILogger<CustomClient> logger)
{
    private const int MaxAnswerBytes = 16 * 1024;

    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Posts a signed body once. Throws what the connection throws.</summary>
    public async Task<CustomAnswer> PostAsync(
        Uri address, StandardWebhook key, string id, byte[] body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = Sign(address, key, id, body);

        using var response = await clients.CreateGuardedClient()
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        return new CustomAnswer(
            response.StatusCode,
            RetryAfter(response.Headers.RetryAfter),
            response.IsSuccessStatusCode ? await ReadAsync(response.Content, id, stop.Token) : []);
    }

    /// <summary>Opens a file by the address it was announced with.</summary>
    public async Task<RemoteMedia> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await clients.CreateGuardedClient().RequestFileAsync(request, cancellationToken);
        var gone = response.IsSuccessStatusCode || CustomOutbound.IsPassing(response.StatusCode)
            ? null
            : $"The file's address answered {(int)response.StatusCode}.";
        return await response.ReadFileAsync(gone, cancellationToken);
    }

    private HttpRequestMessage Sign(Uri address, StandardWebhook key, string id, byte[] body)
    {
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = PlatformJson.Body(body),
        };
        request.Headers.Add(StandardWebhook.IdHeader, id);
        request.Headers.Add(StandardWebhook.TimestampHeader, StandardWebhook.Timestamp(now));
        request.Headers.Add(StandardWebhook.SignatureHeader, key.Sign(id, now, body));
        request.Headers.UserAgent.ParseAdd("Rozmova");
        return request;
    }

    private async Task<byte[]> ReadAsync(HttpContent content, string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[MaxAnswerBytes];
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            return buffer[..length];
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            // The 2xx is here, so the message is taken; only the receiver's own id of it is lost.
            logger.AnswerCutShort(id);
            return [];
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

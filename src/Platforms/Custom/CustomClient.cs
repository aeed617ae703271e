using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

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
        Uri address, StandardWebhook key, MessageId message, byte[] body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = Sign(address, key, message.ToString(), body);

        using var response = await clients.CreateGuardedClient()
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        return new CustomAnswer(
            response.StatusCode,
            RetryAfter(response.Headers.RetryAfter),
            response.IsSuccessStatusCode ? await ReadAsync(response.Content, message, stop.Token) : []);
    }

    /// <summary>Opens a file by the address it was announced with.</summary>
    public async Task<RemoteMedia> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var response = await clients.CreateGuardedClient()
            .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode && !CustomOutbound.IsPassing(response.StatusCode))
            {
                throw new MediaUnavailableException($"The file's address answered {(int)response.StatusCode}.");
            }

            var content = response.EnsureSuccessStatusCode().Content;
            return new RemoteMedia(
                await content.ReadAsStreamAsync(cancellationToken),
                content.Headers.ContentType?.MediaType,
                content.Headers.ContentLength,
                response);
        }
        catch
        {
            // The caller disposes only what it gets.
            response.Dispose();
            throw;
        }
    }

    private HttpRequestMessage Sign(Uri address, StandardWebhook key, string id, byte[] body)
    {
        var now = time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) },
            },
        };
        request.Headers.Add(StandardWebhook.IdHeader, id);
        request.Headers.Add(StandardWebhook.TimestampHeader, StandardWebhook.Timestamp(now));
        request.Headers.Add(StandardWebhook.SignatureHeader, key.Sign(id, now, body));
        request.Headers.UserAgent.ParseAdd("Rozmova");
        return request;
    }

    private async Task<byte[]> ReadAsync(HttpContent content, MessageId message, CancellationToken cancellationToken)
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
            logger.AnswerCutShort(message);
            return [];
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}

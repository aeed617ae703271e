using System.Net;
using System.Net.Http.Headers;

namespace Rozmova.Simulators;

/// <summary>Calls webhooks as platforms do: it follows no redirect, and waits only so long.</summary>
internal sealed class WebhookClient(TimeProvider time) : IDisposable
{
    private readonly HttpClient _http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The answer to a question by GET; null where it was no success.</summary>
    public async Task<string?> AskAsync(Uri question, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(question, cancellationToken);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : null;
    }

    public static HttpRequestMessage Post(Uri webhook, ReadOnlyMemory<byte> body, string mediaType)
    {
        var content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        return new HttpRequestMessage(HttpMethod.Post, webhook) { Content = content };
    }

    /// <summary>The answer, whatever it is; null where none came in time.</summary>
    public async Task<WebhookReply?> SendAsync(HttpRequestMessage request, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var impatience = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(impatience.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return new WebhookReply(response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException)
        {
            // Whatever the network did, nobody has answered: what that means is the platform's to say.
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Patience ran out, not the caller: no answer either.
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What a webhook answered.</summary>
internal sealed record WebhookReply(HttpStatusCode Status, byte[] Body);

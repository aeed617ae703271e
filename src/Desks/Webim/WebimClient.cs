using System.Text.Json.Nodes;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Desks.Webim;

/// <summary>HTTP with a Webim account.</summary>
internal sealed class WebimClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "Webim";

    private const int MostRedirects = 3;
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(10);

    private readonly PlatformHttp _http = new(Name, clients, time);

    /// <summary>Posts a body once.</summary>
    public async Task<WebimVerdict> PostAsync(WebimContract contract, Uri address, JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        WebimAccess.Authorize(contract, request, body);
        request.Content = PlatformJson.Body(body.ToBytes());
        request.Content.Headers.ContentType!.CharSet = "utf-8";
        return WebimVerdict.Of(await CallAsync(contract, request, contract.Timeout, cancellationToken));
    }

    /// <summary>
    /// Asks by GET where messages are posted to: that says nothing to anybody, but who does not accept us says so. What else is answered
    /// does not matter.
    /// </summary>
    public async Task<WebimVerdict> CheckAsync(WebimContract contract, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, contract.SendAddress);
        WebimAccess.Authorize(contract, request, body: null);
        return WebimVerdict.Of(await CallAsync(contract, request, CheckTimeout, cancellationToken));
    }

    /// <summary>
    /// Opens an operator's file by the address it came with, which may be private only on the account's own host and port. Redirects are
    /// followed here, each as carefully as the first address.
    /// </summary>
    public async Task<RemoteMedia> OpenFileAsync(WebimContract contract, Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var response = await clients.CreateGuardedClient(address, contract.BaseUrl).RequestFileAsync(request, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } next)
            {
                var status = (int)response.StatusCode;
                var gone = status is >= 400 and < 500 and not 408 and not 429 ? $"The file's address answered {status}." : null;
                return await response.ReadFileAsync(gone, cancellationToken);
            }

            response.Dispose();
            address = new Uri(address, next);
            if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            {
                break;
            }
        }

        throw new MediaUnavailableException("The file's address leads on and on.");
    }

    private Task<PlatformAnswer> CallAsync(
        WebimContract contract, HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellationToken) =>
        _http.CallAsync(
            request, timeout, (response, body) => WebimAnswers.Read(contract, response, body, time.GetUtcNow()), cancellationToken);
}

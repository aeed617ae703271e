using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta;

/// <summary>HTTP to the Graph API and nothing else. The token is a header.</summary>
internal sealed class MetaClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "Meta";

    private readonly PlatformHttp _http = new(Name, clients, time);

    /// <summary>Calls <paramref name="address"/>; takes ownership of <paramref name="content"/>.</summary>
    public async Task<PlatformAnswer> CallAsync(
        HttpMethod method, Uri address, string token, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = Request(method, address, token);
        request.Content = content;
        return await _http.CallAsync(request, timeout, Read, cancellationToken);
    }

    public static HttpRequestMessage Request(HttpMethod method, Uri address, string token) => new(method, address)
    {
        Headers =
        {
            Authorization = new AuthenticationHeaderValue("Bearer", token),
            UserAgent = { new ProductInfoHeaderValue("Rozmova", productVersion: null) }, // file servers refuse who has no name
        },
    };

    private static PlatformAnswer Read(HttpResponseMessage response, byte[] body)
    {
        if (PlatformJson.Read(body, MetaJson.Default.MetaFailure)?.Error is { Code: not null } error)
        {
            return new MetaRejection((int)response.StatusCode, error, response.Headers.RetryAfter?.Delta);
        }

        return response.IsSuccessStatusCode ? new PlatformAnswer.Accepted(body) : ReadStranger(response);
    }

    /// <summary>An answer that is not the Graph API's own: a proxy, a gateway, a wrong address.</summary>
    private static PlatformAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new PlatformAnswer.Unanswered("A gateway gave up waiting for Meta's answer."),
            HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new MetaRejection(
                    status,
                    new MetaError { Message = string.Create(CultureInfo.InvariantCulture, $"{status} {response.ReasonPhrase}") },
                    response.Headers.RetryAfter?.Delta),
            _ => new PlatformAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture,
                $"Something other than the Graph API answered with status {status}; check baseUrl.")),
        };
    }
}

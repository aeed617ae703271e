using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Rozmova.Platforms.Meta;

/// <summary>HTTP to the Graph API and nothing else. The token travels in a header; neither goes into a log.</summary>
internal sealed class MetaClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "meta";

    /// <summary>Calls <paramref name="address"/>; takes ownership of <paramref name="content"/>.</summary>
    public async Task<MetaAnswer> CallAsync(
        HttpMethod method, Uri address, string token, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = Request(method, address, token);
        request.Content = content;
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await clients.CreateClient(HttpClientName).SendAsync(request, either.Token);
            return Read(response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException exception)
        {
            return WhyNeverSent(exception.HttpRequestError) is { } reason
                ? new MetaAnswer.Unreachable($"Meta cannot be reached: {reason}.")
                : new MetaAnswer.Unanswered("The connection broke before Meta answered.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two clocks end up here: ours, waiting for the answer, and the handler's, for connecting.
            return deadline.IsCancellationRequested
                ? new MetaAnswer.Unanswered($"Meta did not answer within {timeout.TotalSeconds:0} seconds.")
                : new MetaAnswer.Unreachable("Meta cannot be reached: no connection in time.");
        }
    }

    public static HttpRequestMessage Request(HttpMethod method, Uri address, string token) => new(method, address)
    {
        Headers =
        {
            Authorization = new AuthenticationHeaderValue("Bearer", token),
            UserAgent = { new ProductInfoHeaderValue("Rozmova", productVersion: null) }, // file servers refuse who has no name
        },
    };

    /// <summary>The errors that come before the first byte of a request leaves; after any other, Meta may have it.</summary>
    private static string? WhyNeverSent(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name does not resolve",
        HttpRequestError.ConnectionError => "nobody answers at its address",
        HttpRequestError.SecureConnectionError => "no secure connection, for a certificate, a proxy or this machine's clock",
        HttpRequestError.ProxyTunnelError => "the proxy does not let us through",
        _ => null,
    };

    private static MetaAnswer Read(HttpResponseMessage response, byte[] body)
    {
        if (MetaJson.Read(body, MetaJson.Default.MetaFailure)?.Error is { Code: not null } error)
        {
            return new MetaAnswer.Rejected((int)response.StatusCode, error, response.Headers.RetryAfter?.Delta);
        }

        return response.IsSuccessStatusCode ? new MetaAnswer.Accepted(body) : ReadStranger(response);
    }

    /// <summary>An answer that is not the Graph API's own: a proxy, a gateway, a wrong address.</summary>
    private static MetaAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new MetaAnswer.Unanswered("A gateway gave up waiting for Meta's answer."),
            HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new MetaAnswer.Rejected(
                    status,
                    new MetaError { Message = string.Create(CultureInfo.InvariantCulture, $"{status} {response.ReasonPhrase}") },
                    response.Headers.RetryAfter?.Delta),
            _ => new MetaAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Something other than the Graph API answered with status {status}; check baseUrl.")),
        };
    }
}

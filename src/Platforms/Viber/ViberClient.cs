using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>HTTP to chatapi.viber.com and nothing else. The token is a header, so nothing of a request goes into a log.</summary>
internal sealed class ViberClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "viber";

    private const string TokenHeader = "X-Viber-Auth-Token";

    /// <summary>Calls <paramref name="method"/> with a JSON body.</summary>
    public async Task<ViberAnswer> CallAsync(
        ChannelConnection channel, string method, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = Request(channel, method, body);
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
                ? new ViberAnswer.Unreachable($"Viber cannot be reached: {reason}.")
                : new ViberAnswer.Unanswered("The connection broke before Viber answered.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two clocks end up here: ours, waiting for the answer, and the handler's, for connecting.
            return deadline.IsCancellationRequested
                ? new ViberAnswer.Unanswered($"Viber did not answer within {timeout.TotalSeconds:0} seconds.")
                : new ViberAnswer.Unreachable("Viber cannot be reached: no connection in time.");
        }
    }

    private static HttpRequestMessage Request(ChannelConnection channel, string method, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(channel.RequiredText(ViberSettings.BaseUrl), method))
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json) },
            },
        };
        request.Headers.Add(TokenHeader, channel.RequiredText(ViberSettings.Token));
        return request;
    }

    /// <summary>Viber's documentation writes its base address with the path, its samples without: either may be in the settings.</summary>
    private static Uri Address(string baseUrl, string method)
    {
        var root = baseUrl.TrimEnd('/');
        return new Uri(root.EndsWith("/pa", StringComparison.Ordinal) ? $"{root}/{method}" : $"{root}/pa/{method}");
    }

    /// <summary>The errors that come before the first byte of a request leaves; after any other, Viber may have it.</summary>
    private static string? WhyNeverSent(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name does not resolve",
        HttpRequestError.ConnectionError => "nobody answers at its address",
        HttpRequestError.SecureConnectionError => "no secure connection, for a certificate, a proxy or this machine's clock",
        HttpRequestError.ProxyTunnelError => "the proxy does not let us through",
        _ => null,
    };

    /// <summary>Viber answers 200 whatever happened; the number inside says what.</summary>
    private static ViberAnswer Read(HttpResponseMessage response, byte[] body)
    {
        var reply = ViberJson.Read(body, ViberJson.Default.Reply);
        return reply?.Status switch
        {
            0 when response.IsSuccessStatusCode => new ViberAnswer.Accepted(reply),
            { } status and not 0 => new ViberAnswer.Rejected(
                (ViberStatus)status, reply.StatusMessage ?? string.Empty, response.Headers.RetryAfter?.Delta),
            _ => ReadStranger(response),
        };
    }

    /// <summary>An answer that is not the API's own: a proxy, a gateway, a wrong address.</summary>
    private static ViberAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new ViberAnswer.Unanswered("A gateway gave up waiting for Viber's answer."),
            HttpStatusCode.TooManyRequests => new ViberAnswer.Rejected(
                ViberStatus.TooManyRequests, "Too Many Requests", response.Headers.RetryAfter?.Delta),
            >= HttpStatusCode.InternalServerError => new ViberAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Viber has trouble: status {status}.")),
            >= HttpStatusCode.MultipleChoices => new ViberAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Something other than Viber answered with status {status}; check baseUrl.")),
            _ => new ViberAnswer.Unanswered("Viber's answer could not be read."),
        };
    }
}

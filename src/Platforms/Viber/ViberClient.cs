using System.Globalization;
using System.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>HTTP to chatapi.viber.com and nothing else. The token is a header.</summary>
internal sealed class ViberClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "Viber";

    private const string TokenHeader = "X-Viber-Auth-Token";

    private readonly PlatformHttp _http = new(Name, clients, time);

    /// <summary>Calls <paramref name="method"/> with a JSON body.</summary>
    public async Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, string method, byte[] body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = Request(channel, method, body);
        return await _http.CallAsync(request, timeout, Read, cancellationToken);
    }

    private static HttpRequestMessage Request(ChannelConnection channel, string method, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(channel.RequiredText(ViberSettings.BaseUrl), method))
        {
            Content = PlatformJson.Body(body),
        };
        request.Headers.Add(TokenHeader, channel.RequiredText(ViberSettings.Token));
        return request;
    }

    /// <summary>
    /// Viber's documentation writes its base address with the path, its samples without: either may be in the settings.
    /// </summary>
    private static Uri Address(string baseUrl, string method)
    {
        var root = baseUrl.TrimEnd('/');
        return new Uri(root.EndsWith("/pa", StringComparison.Ordinal) ? $"{root}/{method}" : $"{root}/pa/{method}");
    }

    /// <summary>Viber answers 200 whatever happened; the number inside says what.</summary>
    private static PlatformAnswer Read(HttpResponseMessage response, byte[] body)
    {
        var reply = PlatformJson.Read(body, ViberJson.Default.Reply);
        return reply?.Status switch
        {
            0 when response.IsSuccessStatusCode => new PlatformAnswer.Accepted(body),
            { } status and not 0 => new ViberRejection(
                (ViberStatus)status, reply.StatusMessage ?? string.Empty, response.Headers.RetryAfter?.Delta),
            _ => ReadStranger(response),
        };
    }

    /// <summary>An answer that is not the API's own: a proxy, a gateway, a wrong address.</summary>
    private static PlatformAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new PlatformAnswer.Unanswered("A gateway gave up waiting for Viber's answer."),
            HttpStatusCode.TooManyRequests => new ViberRejection(
                ViberStatus.TooManyRequests, "Too Many Requests", response.Headers.RetryAfter?.Delta),
            >= HttpStatusCode.InternalServerError => new PlatformAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Viber has trouble: status {status}.")),
            >= HttpStatusCode.MultipleChoices => new PlatformAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Something other than Viber answered with status {status}; check baseUrl.")),
            _ => new PlatformAnswer.Unanswered("Viber's answer could not be read."),
        };
    }
}

using System.Globalization;
using System.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>HTTP to WeChat's API and nothing else. Addresses hold the access token, so none goes into a log or a message.</summary>
internal sealed class WeChatClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "wechat";

    /// <summary>Calls <paramref name="path"/>; takes ownership of <paramref name="content"/>, without which it is a GET.</summary>
    public async Task<WeChatAnswer> CallAsync(
        ChannelConnection channel, string path, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, AddressOf(channel, path))
        {
            Content = content,
        };
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
                ? new WeChatAnswer.Unreachable($"WeChat cannot be reached: {reason}.")
                : new WeChatAnswer.Unanswered("The connection broke before WeChat answered.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two clocks end up here: ours, waiting for the answer, and the handler's, for connecting.
            return deadline.IsCancellationRequested
                ? new WeChatAnswer.Unanswered($"WeChat did not answer within {timeout.TotalSeconds:0} seconds.")
                : new WeChatAnswer.Unreachable("WeChat cannot be reached: no connection in time.");
        }
    }

    /// <summary>Starts a download; the time-out holds until it begins. The caller owns the response.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(
        ChannelConnection channel, string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await clients.CreateClient(HttpClientName)
                .GetAsync(AddressOf(channel, path), HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody cancelled: to the caller this is a failure to try again, not the end of its own work.
            throw new TimeoutException("WeChat did not begin to hand out the file in time.");
        }
    }

    /// <summary>WeChat says no with status 200 too: what counts is the code inside, which a success may leave out.</summary>
    public static WeChatAnswer Read(byte[] body) => WeChatJson.Read(body, WeChatJson.Default.ApiStatus) switch
    {
        null => new WeChatAnswer.Unanswered("WeChat's answer could not be read."),
        { Code: 0 } => new WeChatAnswer.Accepted(body),
        var status => new WeChatAnswer.Rejected(status.Code, status.Message ?? ""),
    };

    private static Uri AddressOf(ChannelConnection channel, string path) =>
        new(channel.RequiredText(WeChatSettings.BaseUrl).TrimEnd('/') + path);

    /// <summary>The errors that come before the first byte of a request leaves; after any other, WeChat may have it.</summary>
    private static string? WhyNeverSent(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name does not resolve",
        HttpRequestError.ConnectionError => "nobody answers at its address",
        HttpRequestError.SecureConnectionError => "no secure connection, for a certificate, a proxy or this machine's clock",
        HttpRequestError.ProxyTunnelError => "the proxy does not let us through",
        _ => null,
    };

    private static WeChatAnswer Read(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        HttpStatusCode.OK => Read(body),
        HttpStatusCode.GatewayTimeout => new WeChatAnswer.Unanswered("A gateway gave up waiting for WeChat's answer."),
        HttpStatusCode.RequestEntityTooLarge => new WeChatAnswer.Rejected(WeChatCodes.FileTooLarge, "Request Entity Too Large"),
        HttpStatusCode.TooManyRequests => new WeChatAnswer.Rejected(WeChatCodes.TooFrequent, "Too Many Requests"),
        >= HttpStatusCode.InternalServerError => new WeChatAnswer.Unreachable(string.Create(
            CultureInfo.InvariantCulture, $"WeChat has trouble: status {(int)response.StatusCode}.")),
        _ => new WeChatAnswer.Unreachable(string.Create(
            CultureInfo.InvariantCulture,
            $"Something other than WeChat's API answered with status {(int)response.StatusCode}; check baseUrl.")),
    };
}

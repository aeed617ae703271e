using System.Globalization;
using System.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>HTTP to WeChat's API and nothing else. Addresses hold the access token.</summary>
internal sealed class WeChatClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "WeChat";

    private readonly PlatformHttp _http = new(Name, clients, time);

    /// <summary>
    /// Calls <paramref name="path"/>; takes ownership of <paramref name="content"/>, without which it is a GET.
    /// </summary>
    public async Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, string path, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, AddressOf(channel, path))
        {
            Content = content,
        };
        return await _http.CallAsync(request, timeout, Read, cancellationToken);
    }

    /// <summary>Starts a download; the time-out holds until it begins. The caller owns the response.</summary>
    public Task<HttpResponseMessage> DownloadAsync(
        ChannelConnection channel, string path, TimeSpan timeout, CancellationToken cancellationToken) =>
        _http.DownloadAsync(AddressOf(channel, path), timeout, cancellationToken);

    /// <summary>WeChat says no with status 200 too: what counts is the code inside, which a success may leave out.</summary>
    public static PlatformAnswer Read(byte[] body) => PlatformJson.Read(body, WeChatJson.Default.ApiStatus) switch
    {
        null => new PlatformAnswer.Unanswered("WeChat's answer could not be read."),
        { Code: 0 } => new PlatformAnswer.Accepted(body),
        var status => new WeChatRejection(status.Code, status.Message ?? ""),
    };

    private static Uri AddressOf(ChannelConnection channel, string path) =>
        new(channel.RequiredText(WeChatSettings.BaseUrl).TrimEnd('/') + path);

    private static PlatformAnswer Read(HttpResponseMessage response, byte[] body) => response.StatusCode switch
    {
        HttpStatusCode.OK => Read(body),
        HttpStatusCode.GatewayTimeout => new PlatformAnswer.Unanswered("A gateway gave up waiting for WeChat's answer."),
        HttpStatusCode.RequestEntityTooLarge => new WeChatRejection(WeChatCodes.FileTooLarge, "Request Entity Too Large"),
        HttpStatusCode.TooManyRequests => new WeChatRejection(WeChatCodes.TooFrequent, "Too Many Requests"),
        >= HttpStatusCode.InternalServerError => new PlatformAnswer.Unreachable(string.Create(
            CultureInfo.InvariantCulture, $"WeChat has trouble: status {(int)response.StatusCode}.")),
        _ => new PlatformAnswer.Unreachable(string.Create(
            CultureInfo.InvariantCulture,
            $"Something other than WeChat's API answered with status {(int)response.StatusCode}; check baseUrl.")),
    };
}

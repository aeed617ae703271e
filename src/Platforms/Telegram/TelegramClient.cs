using System.Globalization;
using System.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Telegram;

/// <summary>HTTP to the Bot API and nothing else. Every address holds the token.</summary>
internal sealed class TelegramClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "Telegram";

    private readonly PlatformHttp _http = new(Name, clients, time);

    /// <summary>Calls <paramref name="method"/>; takes ownership of <paramref name="content"/>.</summary>
    public async Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, string method, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(channel, "bot", method)) { Content = content };
        return await _http.CallAsync(request, timeout, Read, cancellationToken);
    }

    /// <summary>Starts a download; the time-out holds until it begins. The caller owns the response.</summary>
    public Task<HttpResponseMessage> DownloadAsync(
        ChannelConnection channel, string filePath, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var escapedPath = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        return _http.DownloadAsync(Address(channel, "file/bot", escapedPath), timeout, cancellationToken);
    }

    private static Uri Address(ChannelConnection channel, string prefix, string path)
    {
        var baseUrl = channel.RequiredText(TelegramSettings.BaseUrl).TrimEnd('/');
        return new Uri($"{baseUrl}/{prefix}{channel.RequiredText(TelegramSettings.Token)}/{path}");
    }

    private static PlatformAnswer Read(HttpResponseMessage response, byte[] body)
    {
        var failure = PlatformJson.Read(body, TelegramJson.Default.Failure);
        return failure switch
        {
            { Ok: true } when response.IsSuccessStatusCode => new PlatformAnswer.Accepted(body),
            { Ok: false, Description: { } description } => new TelegramRejection(
                failure.ErrorCode ?? (int)response.StatusCode,
                description,
                RetryAfter(failure, response),
                failure.Parameters?.MigrateToChatId),
            _ => ReadStranger(response),
        };
    }

    /// <summary>An answer that is not the Bot API's own: a proxy, a gateway, a wrong address.</summary>
    private static PlatformAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new PlatformAnswer.Unanswered("A gateway gave up waiting for Telegram's answer."),
            HttpStatusCode.RequestEntityTooLarge => new TelegramRejection(status, "Request Entity Too Large"),
            HttpStatusCode.TooManyRequests => new TelegramRejection(
                status, "Too Many Requests", response.Headers.RetryAfter?.Delta),
            >= HttpStatusCode.InternalServerError => new TelegramRejection(
                status, response.ReasonPhrase ?? string.Empty),
            >= HttpStatusCode.MultipleChoices => new PlatformAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Something other than the Bot API answered with status {status}; check baseUrl.")),
            _ => new PlatformAnswer.Unanswered("Telegram's answer could not be read."),
        };
    }

    private static TimeSpan? RetryAfter(Failure failure, HttpResponseMessage response) =>
        failure.Parameters?.RetryAfter is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : response.Headers.RetryAfter?.Delta;
}

using System.Globalization;
using System.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

/// <summary>HTTP to the Bot API and nothing else. Every address holds the token, so none goes into a log or a message.</summary>
internal sealed class TelegramClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string HttpClientName = "telegram";

    /// <summary>Calls <paramref name="method"/>; takes ownership of <paramref name="content"/>.</summary>
    public async Task<TelegramAnswer> CallAsync(
        ChannelConnection channel, string method, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(channel, "bot", method)) { Content = content };
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
                ? new TelegramAnswer.Unreachable($"Telegram cannot be reached: {reason}.")
                : new TelegramAnswer.Unanswered("The connection broke before Telegram answered.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two clocks end up here: ours, waiting for the answer, and the handler's, for connecting.
            return deadline.IsCancellationRequested
                ? new TelegramAnswer.Unanswered($"Telegram did not answer within {timeout.TotalSeconds:0} seconds.")
                : new TelegramAnswer.Unreachable("Telegram cannot be reached: no connection in time.");
        }
    }

    /// <summary>Starts a download; the time-out holds until it begins. The caller owns the response.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(
        ChannelConnection channel, string filePath, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var escapedPath = string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString));
        var address = Address(channel, "file/bot", escapedPath);
        var client = clients.CreateClient(HttpClientName);
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody cancelled: to the caller this is a failure to try again, not the end of its own work.
            throw new TimeoutException("Telegram did not begin to hand out the file in time.");
        }
    }

    private static Uri Address(ChannelConnection channel, string prefix, string path)
    {
        var baseUrl = channel.RequiredText(TelegramSettings.BaseUrl).TrimEnd('/');
        return new Uri($"{baseUrl}/{prefix}{channel.RequiredText(TelegramSettings.Token)}/{path}");
    }

    /// <summary>The errors that come before the first byte of a request leaves; after any other, Telegram may have it.</summary>
    private static string? WhyNeverSent(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name does not resolve",
        HttpRequestError.ConnectionError => "nobody answers at its address",
        HttpRequestError.SecureConnectionError => "no secure connection, for a certificate, a proxy or this machine's clock",
        HttpRequestError.ProxyTunnelError => "the proxy does not let us through",
        _ => null,
    };

    private static TelegramAnswer Read(HttpResponseMessage response, byte[] body)
    {
        var failure = TelegramJson.Read(body, TelegramJson.Default.Failure);
        return failure switch
        {
            { Ok: true } when response.IsSuccessStatusCode => new TelegramAnswer.Accepted(body),
            { Ok: false, Description: { } description } => new TelegramAnswer.Rejected(
                failure.ErrorCode ?? (int)response.StatusCode,
                description,
                RetryAfter(failure, response),
                failure.Parameters?.MigrateToChatId),
            _ => ReadStranger(response),
        };
    }

    /// <summary>An answer that is not the Bot API's own: a proxy, a gateway, a wrong address.</summary>
    private static TelegramAnswer ReadStranger(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.GatewayTimeout => new TelegramAnswer.Unanswered("A gateway gave up waiting for Telegram's answer."),
            HttpStatusCode.RequestEntityTooLarge => new TelegramAnswer.Rejected(status, "Request Entity Too Large"),
            HttpStatusCode.TooManyRequests => new TelegramAnswer.Rejected(
                status, "Too Many Requests", response.Headers.RetryAfter?.Delta),
            >= HttpStatusCode.InternalServerError => new TelegramAnswer.Rejected(
                status, response.ReasonPhrase ?? string.Empty),
            >= HttpStatusCode.MultipleChoices => new TelegramAnswer.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"Something other than the Bot API answered with status {status}; check baseUrl.")),
            _ => new TelegramAnswer.Unanswered("Telegram's answer could not be read."),
        };
    }

    private static TimeSpan? RetryAfter(Failure failure, HttpResponseMessage response) =>
        failure.Parameters?.RetryAfter is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : response.Headers.RetryAfter?.Delta;
}

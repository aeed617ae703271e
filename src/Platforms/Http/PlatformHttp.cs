namespace Rozmova.Platforms.Http;

/// <summary>
/// Calls of one platform's API. Addresses and headers hold tokens and name people, so nothing of a request goes into a log, a
/// trace or a sentence.
/// </summary>
internal sealed class PlatformHttp(string platform, IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>Sends <paramref name="request"/> once, and has <paramref name="read"/> judge what came.</summary>
    public async Task<PlatformAnswer> CallAsync(
        HttpRequestMessage request,
        TimeSpan timeout,
        Func<HttpResponseMessage, byte[], PlatformAnswer> read,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await clients.CreateClient(platform).SendAsync(request, either.Token);
            return read(response, await response.Content.ReadAsByteArrayAsync(either.Token));
        }
        catch (HttpRequestException exception)
        {
            return WhyNeverSent(exception.HttpRequestError) is { } reason
                ? new PlatformAnswer.Unreachable($"{platform} cannot be reached: {reason}.")
                : new PlatformAnswer.Unanswered($"The connection broke before {platform} answered.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two clocks end up here: ours, waiting for the answer, and the handler's, for connecting.
            return deadline.IsCancellationRequested
                ? new PlatformAnswer.Unanswered($"{platform} did not answer within {timeout.TotalSeconds:0} seconds.")
                : new PlatformAnswer.Unreachable($"{platform} cannot be reached: no connection in time.");
        }
    }

    /// <summary>Starts a download; the time-out holds until it begins. The caller owns the response.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await clients.CreateClient(platform)
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody cancelled: to the caller this is a failure to try again, not the end of its own work.
            throw new TimeoutException($"{platform} did not begin to hand out the file in time.");
        }
    }

    /// <summary>
    /// The errors that come before the first byte of a request leaves; after any other, the platform may have it.
    /// </summary>
    public static string? WhyNeverSent(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "its name does not resolve",
        HttpRequestError.ConnectionError => "nobody answers at its address",
        HttpRequestError.SecureConnectionError => "no secure connection, for a certificate, a proxy or this machine's clock",
        HttpRequestError.ProxyTunnelError => "the proxy does not let us through",
        _ => null,
    };
}

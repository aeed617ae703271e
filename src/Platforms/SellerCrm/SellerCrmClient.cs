using System.Collections.Concurrent;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>HTTP to the CRM and nothing else, within a seller's limits. Addresses hold the token.</summary>
internal sealed class SellerCrmClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "Seller CRM";

    /// <summary>Lists and sign-ins take up to tens of seconds.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PlatformHttp _http = new(Name, clients, time);
    private readonly ConcurrentDictionary<SellerCrmAccount, SellerCrmGate> _gates = [];

    /// <summary>
    /// Calls <paramref name="path"/>. <paramref name="makeContent"/> makes the body once the call's turn has come; null in its place is a
    /// call without one, and null of its making a file that is gone.
    /// </summary>
    public async Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, HttpMethod method, string path, MakeContent? makeContent, Due due, TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(SellerCrmAccount.Of(channel), _ => new SellerCrmGate(time));
        using var place = await gate.EnterAsync(Patience, cancellationToken);
        if (place is null)
        {
            return new PlatformAnswer.Unreachable("Too many calls of this channel wait for the CRM.");
        }

        using var request = new HttpRequestMessage(method, AddressOf(channel, path)) { Headers = { { "Accept", "application/json" } } };
        if (makeContent is not null)
        {
            if (await makeContent(cancellationToken) is not { } content)
            {
                return new PlatformAnswer.FileMissing();
            }

            request.Content = content;
        }

        return await _http.CallAsync(
            request, timeout, (response, body) => SellerCrmAnswers.Read(response, body, due, time.GetUtcNow()), cancellationToken);
    }

    private static Uri AddressOf(ChannelConnection channel, string path) =>
        new(channel.RequiredText(SellerCrmSettings.BaseUrl).TrimEnd('/') + path);
}

/// <summary>Makes a request's content, anew for each try; null when its file cannot be opened.</summary>
internal delegate ValueTask<HttpContent?> MakeContent(CancellationToken cancellationToken);

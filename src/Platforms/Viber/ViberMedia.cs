using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

/// <summary>Opens the files customers send, at the addresses Viber gives; they hold for about an hour.</summary>
internal sealed class ViberMedia(IHttpClientFactory clients)
{
    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var address = RemoteFile.AddressIn(file.RemoteKey)
            ?? throw new MediaUnavailableException("Viber gave no address for this file.");
        var http = clients.CreateGuardedClient(address, new Uri(channel.RequiredText(ViberSettings.BaseUrl)));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await http.RequestFileAsync(request, cancellationToken);
        var gone = IsGone(response.StatusCode) ? "Viber no longer has this file; ask the customer to send it again." : null;
        return await response.ReadFileAsync(gone, cancellationToken);
    }

    /// <summary>
    /// An address that ran out is refused in several ways; only what speaks of the moment is worth another try.
    /// </summary>
    private static bool IsGone(HttpStatusCode status) => status is >= HttpStatusCode.MultipleChoices
        and < HttpStatusCode.InternalServerError
        and not HttpStatusCode.RequestTimeout and not HttpStatusCode.TooManyRequests;
}

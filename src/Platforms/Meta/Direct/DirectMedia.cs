using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// Opens the files customers send, by the addresses that came with them. They need no token and work for some days.
/// </summary>
internal sealed class DirectMedia(IHttpClientFactory clients)
{
    public async Task<RemoteMedia> OpenAsync(Attachment file, Uri api, CancellationToken cancellationToken)
    {
        var address = RemoteFile.AddressIn(file.RemoteKey)
            ?? throw new MediaUnavailableException("Meta gave no address for this file.");
        var http = clients.CreateGuardedClient(address, api);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var gone = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden
            ? "Meta no longer has this file at the address it gave."
            : null;
        return await response.ReadFileAsync(gone, cancellationToken);
    }
}

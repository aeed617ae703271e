using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>Opens the files customers send, by the addresses that came with them. They need no token and work for some days.</summary>
internal sealed class DirectMedia(IHttpClientFactory clients)
{
    public async Task<RemoteMedia> OpenAsync(Attachment file, Uri api, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.RemoteKey, UriKind.Absolute, out var address) ||
            (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new MediaUnavailableException("Meta gave no address for this file.");
        }

        var response = await clients.CreateGuardedClient(address, api)
            .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            var headers = response.Content.Headers;
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new RemoteMedia(content, headers.ContentType?.MediaType, headers.ContentLength, response);
        }

        using (response)
        {
            throw response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden
                ? new MediaUnavailableException("Meta no longer has this file at the address it gave.")
                : new HttpRequestException("Meta did not hand out the file.", inner: null, response.StatusCode);
        }
    }
}

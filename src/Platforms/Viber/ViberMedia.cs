using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>Opens the files customers send, at the addresses Viber gives; they hold for about an hour.</summary>
internal sealed class ViberMedia(IHttpClientFactory clients)
{
    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(file.RemoteKey, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new MediaUnavailableException("Viber gave no address for this file.");
        }

        var client = clients.CreateGuardedClient(address, new Uri(channel.RequiredText(ViberSettings.BaseUrl)));
        try
        {
            return await OpenAsync(client, address, cancellationToken);
        }
        catch (HttpRequestException refused) when (refused.InnerException is AddressNotAllowedException reason)
        {
            throw new MediaUnavailableException(reason.Message);
        }
    }

    private static async Task<RemoteMedia> OpenAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        try
        {
            if (IsGone(response.StatusCode))
            {
                throw new MediaUnavailableException("Viber no longer has this file; ask the customer to send it again.");
            }

            var content = response.EnsureSuccessStatusCode().Content;
            return new RemoteMedia(
                await content.ReadAsStreamAsync(cancellationToken), TypeOf(content), content.Headers.ContentLength, response);
        }
        catch
        {
            // The caller disposes only what it gets.
            response.Dispose();
            throw;
        }
    }

    /// <summary>An address that ran out is refused in several ways; only what speaks of the moment is worth another try.</summary>
    private static bool IsGone(HttpStatusCode status) => status is >= HttpStatusCode.MultipleChoices
        and < HttpStatusCode.InternalServerError
        and not HttpStatusCode.RequestTimeout and not HttpStatusCode.TooManyRequests;

    /// <summary>A mere stream of bytes says nothing of the type.</summary>
    private static string? TypeOf(HttpContent content) =>
        content.Headers.ContentType?.MediaType is { } type and not "application/octet-stream" ? type : null;
}

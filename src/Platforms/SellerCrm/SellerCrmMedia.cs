using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>Opens the files of a chat, at the addresses the CRM gives.</summary>
internal sealed class SellerCrmMedia(IHttpClientFactory clients)
{
    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var trusted = new Uri(channel.RequiredText(SellerCrmSettings.BaseUrl));
        var address = AddressOf(file.RemoteKey, trusted) ?? throw new MediaUnavailableException("The CRM gave no address for this file.");
        var http = clients.CreateGuardedClient(address, trusted);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await http.RequestFileAsync(request, cancellationToken);
        var gone = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
            ? "The CRM no longer has this file; ask the customer to send it again."
            : null;
        return await response.ReadFileAsync(gone, cancellationToken);
    }

    /// <summary>Some hosts give a file's path alone, or leave the scheme to the reader.</summary>
    private static Uri? AddressOf(string? text, Uri host) => text switch
    {
        null or "" => null,
        ['/', '/', ..] => RemoteFile.AddressIn($"{host.Scheme}:{text}"),
        ['/', ..] => RemoteFile.AddressIn($"{host.GetLeftPart(UriPartial.Authority)}{text}"),
        _ => RemoteFile.AddressIn(text),
    };
}

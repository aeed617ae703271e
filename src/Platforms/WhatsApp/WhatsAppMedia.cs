using System.Net;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Opens the files customers send ("Cloud API, Media"): first their address by id, which lives five minutes, then the bytes, with
/// the token both times.
/// </summary>
internal sealed class WhatsAppMedia(WhatsAppClient client, IHttpClientFactory clients, TimeProvider time)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(channel, file, cancellationToken);
        var response = await DownloadAsync(channel, AddressIn(channel, stored), cancellationToken);

        // No failure is final, not even a 404: the address may have grown old, and the next try asks for a new one.
        var remote = await response.ReadFileAsync(gone: null, cancellationToken);
        return new RemoteMedia(remote.Content, stored.MimeType ?? remote.MimeType, remote.Size ?? stored.FileSize, remote);
    }

    private async Task<StoredFile> FindAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var id = file.RemoteKey ?? throw new MediaUnavailableException("WhatsApp gave no handle for this file.");
        var path = $"{Uri.EscapeDataString(id)}?phone_number_id={WhatsAppClient.PhoneOf(channel)}";
        return await client.GetAsync(channel, path, CallTimeout, cancellationToken) switch
        {
            PlatformAnswer.Accepted { Body: var body } => PlatformJson.Read(body, WhatsAppJson.Default.StoredFile)
                ?? throw new HttpRequestException("WhatsApp's answer about the file could not be read."),
            MetaRejection { Error.Code: 100 or 131052 } => throw new MediaUnavailableException(
                "WhatsApp no longer has this file: it keeps what customers send for seven days. Ask them to send it again."),
            MetaRejection { Status: var status } => throw new HttpRequestException(
                "WhatsApp did not say where the file is.", inner: null, (HttpStatusCode)status),
            _ => throw new HttpRequestException("WhatsApp could not be asked where the file is."),
        };
    }

    /// <summary>The token goes with the request, so it goes nowhere unprotected, but for a server of an admin's own.</summary>
    private static Uri AddressIn(ChannelConnection channel, StoredFile stored) =>
        Uri.TryCreate(stored.Url, UriKind.Absolute, out var address) &&
        (address.Scheme == Uri.UriSchemeHttps || address.Authority == BaseUrlOf(channel).Authority)
            ? address
            : throw new MediaUnavailableException("WhatsApp gave no safe address for this file.");

    private async Task<HttpResponseMessage> DownloadAsync(
        ChannelConnection channel, Uri address, CancellationToken cancellationToken)
    {
        var http = clients.CreateGuardedClient(address, BaseUrlOf(channel));
        using var request = MetaClient.Request(HttpMethod.Get, address, WhatsAppClient.TokenOf(channel));
        using var deadline = new CancellationTokenSource(CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await http.RequestFileAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nobody cancelled: to the caller this is a failure to try again, not the end of its own work.
            throw new TimeoutException("WhatsApp did not begin to hand out the file in time.");
        }
    }

    private static Uri BaseUrlOf(ChannelConnection channel) => new(channel.RequiredText(WhatsAppSettings.BaseUrl));
}

using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.Contacts;

/// <summary>Fetches pictures of people from where their platform shows them.</summary>
internal sealed class Avatars(MediaUpload upload, IHttpClientFactory clients, ILogger<Avatars> logger)
{
    /// <summary>The picture in the media folder; null when it cannot be had: a person without a picture is no failure.</summary>
    public async ValueTask<MediaId?> FetchAsync(LiveChannel channel, string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var source) || source.Scheme is not ("https" or "http"))
        {
            return null;
        }

        try
        {
            using var client = TrustedAddress(channel) is { } trusted
                ? clients.CreateGuardedClient(source, trusted)
                : clients.CreateGuardedClient();
            using var response = await client.GetAsync(source, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var type = response.Content.Headers.ContentType?.MediaType;
            if (!response.IsSuccessStatusCode || type?.StartsWith("image/", StringComparison.Ordinal) != true)
            {
                return null;
            }

            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return (await upload.AddAsync(content, "avatar", type, cancellationToken)).Id;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && exception is HttpRequestException or IOException or FileTooLargeException or OperationCanceledException)
        {
            logger.AvatarNotFetched(exception, channel.Row.Id);
            return null;
        }
    }

    /// <summary>The one address of a channel that an admin vouches for.</summary>
    private static Uri? TrustedAddress(LiveChannel channel) =>
        channel.Platform.Settings.FirstOrDefault(field => field.Kind == SettingKind.TrustedUrl) is { } field
            && Uri.TryCreate(channel.Connection.Text(field.Name), UriKind.Absolute, out var address) ? address : null;
}

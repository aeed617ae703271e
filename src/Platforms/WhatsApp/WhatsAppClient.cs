using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>The Cloud API's addresses, called with a channel's token.</summary>
internal sealed class WhatsAppClient(MetaClient meta)
{
    public Task<PlatformAnswer> GetAsync(
        ChannelConnection channel, string path, TimeSpan timeout, CancellationToken cancellationToken) =>
        meta.CallAsync(HttpMethod.Get, AddressOf(channel, path), TokenOf(channel), content: null, timeout, cancellationToken);

    /// <summary>Posts to <paramref name="path"/>; takes ownership of <paramref name="content"/>.</summary>
    public Task<PlatformAnswer> PostAsync(
        ChannelConnection channel, string path, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken) =>
        meta.CallAsync(HttpMethod.Post, AddressOf(channel, path), TokenOf(channel), content, timeout, cancellationToken);

    public static string TokenOf(ChannelConnection channel) => channel.RequiredText(WhatsAppSettings.AccessToken);

    public static string PhoneOf(ChannelConnection channel) => channel.RequiredText(WhatsAppSettings.PhoneNumberId);

    private static Uri AddressOf(ChannelConnection channel, string path)
    {
        var baseUrl = channel.RequiredText(WhatsAppSettings.BaseUrl).TrimEnd('/');
        return new Uri($"{baseUrl}/{channel.RequiredText(WhatsAppSettings.ApiVersion)}/{path}");
    }
}

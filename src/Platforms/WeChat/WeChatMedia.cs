using Rozmova.Messaging;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>Opens the files followers send (page "Get temporary media"): bytes, or for films the address of the bytes.</summary>
internal sealed class WeChatMedia(WeChatClient client, WeChatTokens tokens, IHttpClientFactory clients)
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    public async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Attachment file, CancellationToken cancellationToken)
    {
        var key = file.RemoteKey ?? throw new MediaUnavailableException("WeChat tells of this file and does not hand it out.");
        return Uri.TryCreate(key, UriKind.Absolute, out var address)
            ? await OpenAsync(channel, address, cancellationToken)
            : await OpenAsync(channel, key, refused: null, cancellationToken);
    }

    private async Task<RemoteMedia> OpenAsync(
        ChannelConnection channel, string mediaId, string? refused, CancellationToken cancellationToken)
    {
        var (token, failure) = await tokens.GetAsync(channel, refused, cancellationToken);
        if (token is null)
        {
            throw new HttpRequestException($"WeChat gave no access token: {failure!.Summary}.");
        }

        var path = WeChatApi.WithToken($"/cgi-bin/media/get?media_id={Uri.EscapeDataString(mediaId)}", token);
        var response = await client.DownloadAsync(channel, path, CallTimeout, cancellationToken);
        if (IsFile(response))
        {
            return await response.ReadFileAsync(gone: null, cancellationToken);
        }

        // WeChat says no with status 200: kept unread, its sentence would be stored as a tiny picture.
        using (response)
        {
            response.EnsureSuccessStatusCode();
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return WeChatClient.Read(body) switch
            {
                PlatformAnswer.Accepted when AddressIn(body) is { } address =>
                    await OpenAsync(channel, address, cancellationToken),
                WeChatRejection { IsAboutToken: true } when refused is null =>
                    await OpenAsync(channel, mediaId, token, cancellationToken),
                WeChatRejection { Code: 40007 } => throw new MediaUnavailableException(
                    "WeChat no longer has this file; it keeps files for three days."),
                WeChatRejection { Code: 48001 } => throw new MediaUnavailableException(
                    "WeChat has not granted this account the right to fetch files; most rights need a verified account."),
                var other => throw new HttpRequestException($"WeChat did not hand out the file: {other.Summary}."),
            };
        }
    }

    private async Task<RemoteMedia> OpenAsync(ChannelConnection channel, Uri address, CancellationToken cancellationToken)
    {
        var http = clients.CreateGuardedClient(address, new Uri(channel.RequiredText(WeChatSettings.BaseUrl)));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await http.RequestFileAsync(request, cancellationToken);
        return await response.ReadFileAsync(gone: null, cancellationToken);
    }

    private static bool IsFile(HttpResponseMessage response) =>
        response.IsSuccessStatusCode
        && response.Content.Headers.ContentType?.MediaType is { } type
        && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && !type.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static Uri? AddressIn(byte[] body) =>
        RemoteFile.AddressIn(PlatformJson.Read(body, WeChatJson.Default.VideoAddress)?.VideoUrl);
}

using System.Text.Json.Serialization.Metadata;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.WeChat;

/// <summary>Makes a request's content, anew for each try; null when its file cannot be opened.</summary>
internal delegate ValueTask<HttpContent?> MakeContent(CancellationToken cancellationToken);

/// <summary>Calls that need the access token. One that WeChat refuses is replaced and the call repeated, once.</summary>
internal sealed class WeChatApi(WeChatClient client, WeChatTokens tokens)
{
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Posts JSON.</summary>
    public Task<PlatformAnswer> PostAsync<T>(
        ChannelConnection channel, string path, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        PostAsync(
            channel,
            path,
            _ => ValueTask.FromResult<HttpContent?>(WeChatJson.Body(request, type)),
            CallTimeout,
            cancellationToken);

    public Task<PlatformAnswer> PostAsync(
        ChannelConnection channel, string path, MakeContent makeContent, TimeSpan timeout, CancellationToken cancellationToken) =>
        TwiceAsync(channel, refused: null, async token =>
        {
            var content = await makeContent(cancellationToken);
            return content is null
                ? new PlatformAnswer.FileMissing()
                : await client.CallAsync(channel, WithToken(path, token), content, timeout, cancellationToken);
        }, cancellationToken);

    public Task<PlatformAnswer> GetAsync(ChannelConnection channel, string path, CancellationToken cancellationToken) =>
        TwiceAsync(
            channel,
            refused: null,
            token => client.CallAsync(channel, WithToken(path, token), content: null, CallTimeout, cancellationToken),
            cancellationToken);

    public static string WithToken(string path, string token) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={Uri.EscapeDataString(token)}";

    private async Task<PlatformAnswer> TwiceAsync(
        ChannelConnection channel, string? refused, Func<string, Task<PlatformAnswer>> call, CancellationToken cancellationToken)
    {
        var (token, failure) = await tokens.GetAsync(channel, refused, cancellationToken);
        if (token is null)
        {
            return failure!;
        }

        var answer = await call(token);
        return answer is WeChatRejection { IsAboutToken: true } && refused is null
            ? await TwiceAsync(channel, token, call, cancellationToken)
            : answer;
    }
}

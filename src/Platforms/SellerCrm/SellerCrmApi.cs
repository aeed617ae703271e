using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>Calls that need the token. One that the CRM refuses is renewed and the call repeated, once.</summary>
internal sealed class SellerCrmApi(SellerCrmClient client, SellerCrmTokens tokens)
{
    private const string Debates = "/api/debates/v2";

    private static readonly TimeSpan UnknownSizeTimeout = TimeSpan.FromMinutes(5);

    /// <summary>A page of the list of chats, newest first; only those with unread messages, or all.</summary>
    public Task<PlatformAnswer> ListChatsAsync(
        ChannelConnection channel, bool onlyUnread, int page, int size, CancellationToken cancellationToken) => CallAsync(
        channel,
        HttpMethod.Get,
        Path($"{Debates}/chats?filter_new={(onlyUnread ? 1 : 0)}&pagesize={size}&page={page}"),
        Due.Object,
        cancellationToken);

    /// <summary>Messages of a chat between two ids, both among them; 0 for no bound.</summary>
    public Task<PlatformAnswer> ListMessagesAsync(
        ChannelConnection channel, long order, long from, long to, int count, CancellationToken cancellationToken)
    {
        var bounds = (from > 0 ? Path($"&id_from={from}") : "") + (to > 0 ? Path($"&id_to={to}") : "");
        return CallAsync(
            channel, HttpMethod.Get, Path($"{Debates}?id_i={order}&hidden=0{bounds}&count={count}"), Due.List, cancellationToken);
    }

    /// <summary>Sends. It is taken when the answer is 200 and says nothing against it; an id does not come.</summary>
    public Task<PlatformAnswer> SendAsync(
        ChannelConnection channel, long order, SendRequest message, CancellationToken cancellationToken) => CallAsync(
        channel,
        HttpMethod.Post,
        Path($"{Debates}?id_i={order}"),
        _ => ValueTask.FromResult<HttpContent?>(Body(message, SellerCrmJson.Default.SendRequest)),
        Due.Anything,
        SellerCrmClient.CallTimeout,
        cancellationToken);

    /// <summary>Lays a file ready to be sent with a message.</summary>
    public Task<PlatformAnswer> UploadAsync(
        ChannelConnection channel, MakeContent makeForm, long? size, CancellationToken cancellationToken) => CallAsync(
        channel,
        HttpMethod.Post,
        $"{Debates}/upload-preview?lang=en-US",
        makeForm,
        Due.Object,
        Upload.TimeoutFor(size, UnknownSizeTimeout),
        cancellationToken);

    /// <summary>Marks all of a chat as read.</summary>
    public Task<PlatformAnswer> MarkSeenAsync(ChannelConnection channel, long order, CancellationToken cancellationToken) =>
        CallAsync(channel, HttpMethod.Post, Path($"{Debates}/seen?id_i={order}"), Due.Anything, cancellationToken);

    /// <summary>Takes a message back.</summary>
    public Task<PlatformAnswer> DeleteAsync(ChannelConnection channel, long order, long message, CancellationToken cancellationToken) =>
        CallAsync(channel, HttpMethod.Delete, Path($"{Debates}/{message}?id_i={order}"), Due.Anything, cancellationToken);

    /// <summary>All there is to know of an order.</summary>
    public Task<PlatformAnswer> FindOrderAsync(ChannelConnection channel, long order, CancellationToken cancellationToken) =>
        CallAsync(channel, HttpMethod.Get, Path($"/api/purchase/info/{order}"), Due.Object, cancellationToken);

    /// <summary>A request as a body, with the content type the CRM wants.</summary>
    public static ByteArrayContent Body<T>(T request, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(request, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } },
    };

    private Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, HttpMethod method, string path, Due due, CancellationToken cancellationToken) =>
        CallAsync(channel, method, path, makeContent: null, due, SellerCrmClient.CallTimeout, cancellationToken);

    private Task<PlatformAnswer> CallAsync(
        ChannelConnection channel, HttpMethod method, string path, MakeContent? makeContent, Due due, TimeSpan timeout,
        CancellationToken cancellationToken) => TwiceAsync(
        channel,
        refused: null,
        token => client.CallAsync(channel, method, WithToken(path, token), makeContent, due, timeout, cancellationToken),
        cancellationToken);

    private async Task<PlatformAnswer> TwiceAsync(
        ChannelConnection channel, string? refused, Func<string, Task<PlatformAnswer>> call, CancellationToken cancellationToken)
    {
        var (token, failure) = await tokens.GetAsync(channel, refused, cancellationToken);
        if (token is null)
        {
            return failure!;
        }

        var answer = await call(token);
        return answer is SellerCrmRejection { Kind: RejectionKind.Token } && refused is null
            ? await TwiceAsync(channel, token, call, cancellationToken)
            : answer;
    }

    private static string WithToken(string path, string token) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={Uri.EscapeDataString(token)}";

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}

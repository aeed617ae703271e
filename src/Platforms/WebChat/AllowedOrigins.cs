using Microsoft.AspNetCore.Http;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>
/// Whose pages may show a web chat. Without a list only our own address may; an entry is an origin,
/// <c>https://*.shop.example</c> for every name below one, or <c>*</c> for every page there is.
/// </summary>
internal static class AllowedOrigins
{
    private const string Any = "*";
    private const string AnyName = "://*.";

    /// <summary>
    /// Whether this request may come in. Browsers name the page's origin on every request that could do something from a
    /// foreign page, so only reading may go without.
    /// </summary>
    public static bool Admit(ChannelConnection channel, HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
            ? IsOurs(channel, request, origin)
                || channel.List(WebChatSettings.AllowedOrigins).Any(allowed => Matches(allowed, origin))
            : HttpMethods.IsGet(request.Method) && !request.HttpContext.WebSockets.IsWebSocketRequest;

    /// <summary>Whether an entry of the list can ever match.</summary>
    public static bool IsPattern(string entry) =>
        entry == Any
        || (Uri.TryCreate(entry.Replace(AnyName, "://", StringComparison.Ordinal), UriKind.Absolute, out var origin)
            && origin.Scheme is "http" or "https"
            && entry.TrimEnd('/').Equals(entry.Contains(AnyName, StringComparison.Ordinal)
                ? origin.GetLeftPart(UriPartial.Authority).Replace("://", AnyName, StringComparison.Ordinal)
                : origin.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));

    private static bool IsOurs(ChannelConnection channel, HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (channel.WebhookUrl is { } address
            && origin.Equals(address.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));

    private static bool Matches(string allowed, string origin)
    {
        var entry = allowed.AsSpan().TrimEnd('/');
        if (entry is Any || entry.Equals(origin, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // Cut at the star: what is left must begin and end the origin, with a name between, and no other address can.
        var star = entry.IndexOf(AnyName, StringComparison.Ordinal);
        return star > 0
            && origin.AsSpan().StartsWith(entry[..(star + 3)], StringComparison.OrdinalIgnoreCase)
            && origin.AsSpan().EndsWith(entry[(star + 4)..], StringComparison.OrdinalIgnoreCase)
            && origin.Length > entry.Length - 1;
    }
}

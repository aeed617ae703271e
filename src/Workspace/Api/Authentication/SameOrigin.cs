using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>
/// A browser sends the cookie whoever wrote the page, so what a cookie signs in may change something, or open a socket, only from
/// our own pages.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next, IOptions<RozmovaOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.AuthenticationType == Schemes.Session && IsRisky(context.Request) && !IsOurs(context.Request))
        {
            await Problem.Of(StatusCodes.Status403Forbidden, "foreign-origin", "This request did not come from our own pages.")
                .ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static bool IsRisky(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private bool IsOurs(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin))
        {
            return false;
        }

        // Behind a proxy that keeps Host the first holds; behind one that does not, the configured address does.
        var authority = origin.IsDefaultPort ? origin.Host : origin.Authority;
        return string.Equals(authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || (options.Value.PublicAddress is { } address && origin.Authority == address.Authority && origin.Scheme == address.Scheme);
    }
}

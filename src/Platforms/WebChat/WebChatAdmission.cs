using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>Who may call at all: a page of an allowed origin, for a channel there is, not too often from one address.</summary>
internal sealed class WebChatAdmission(
    IServedChannels channels, VisitorLimits limits, ILogger<WebChatAdmission> logger)
    : IEndpointFilter
{
    private static readonly object ChannelItem = new();

    /// <summary>The channel an admitted request is for.</summary>
    public static ChannelConnection ChannelOf(HttpContext context) => (ChannelConnection)context.Items[ChannelItem]!;

    public static ProblemHttpResult Refuse(int status, string code, string detail) =>
        TypedResults.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    public static ProblemHttpResult RefuseFor(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(
            StatusCodes.Status429TooManyRequests, "too-many-requests", "This is more than one visitor needs. Try again later.");
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Guid.TryParse(http.Request.RouteValues["channelId"] as string, out var id)
            || channels.Find(WebChatPlatform.PlatformKey, new ChannelId(id)) is not { } channel)
        {
            return Refuse(StatusCodes.Status404NotFound, "not-found", "There is no such web chat.");
        }

        if (!AllowedOrigins.Admit(channel, http.Request))
        {
            logger.OriginRefused(http.Request.Headers.Origin.ToString(), channel.Id);
            return Refuse(
                StatusCodes.Status403Forbidden, "foreign-origin", "This web chat is not for this page: see allowedOrigins.");
        }

        Allow(http.Request.Headers.Origin.ToString(), http.Response.Headers);
        if (limits.Take(VisitorLimits.AddressRequests, VisitorLimits.KeyOf(http.Connection.RemoteIpAddress)) is { } wait)
        {
            return RefuseFor(http.Response, wait);
        }

        http.Items[ChannelItem] = channel;
        return await next(context);
    }

    /// <summary>Lets the page's script read the answer. No cookies: a token says who it is.</summary>
    private static void Allow(string origin, IHeaderDictionary headers)
    {
        headers.Vary = "Origin";
        if (origin.Length > 0)
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlAllowHeaders = "authorization, content-type";
            headers.AccessControlAllowMethods = "POST";
            headers.AccessControlMaxAge = "600";
        }
    }
}

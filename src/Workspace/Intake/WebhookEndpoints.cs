using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>The addresses platforms call, and how they lead to the <see cref="WebhookDoor"/>.</summary>
public static class WebhookEndpoints
{
    /// <summary>Maps the door for whoever did not find it open already: no such channel, or GET.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        const string Door = "/api/v1/communications/webhooks/{platform}/{channelId}";
        routes.MapPost(Door, ReceiveAsync).ShortCircuit().ExcludeFromDescription();
        routes.MapGet(Door, VerifyAsync).ShortCircuit().ExcludeFromDescription();
    }

    /// <summary>
    /// Opens the door by a channel's address or its own short path, before all else: these requests carry signatures instead of keys, and
    /// everything they would pass on the way to the router costs more than finding the channel.
    /// </summary>
    public static void UseWebhooks(this IApplicationBuilder app)
    {
        var directory = app.ApplicationServices.GetRequiredService<ChannelDirectory>();
        var door = app.ApplicationServices.GetRequiredService<WebhookDoor>();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (directory.FindByPath(request.Path.Value!) is not { } channel)
            {
                return next(context);
            }

            if (HttpMethods.IsPost(request.Method))
            {
                return door.ReceiveAsync(context, channel);
            }

            request.Path = channel.WebhookPath;
            return next(context);
        });
    }

    private static Task ReceiveAsync(HttpContext context)
    {
        var door = context.RequestServices.GetRequiredService<WebhookDoor>();
        return FindChannel(context) is { } channel
            ? door.ReceiveAsync(context, channel)
            : door.RefuseAsync(context, null, Problem.NotFound("channel"));
    }

    /// <summary>None of the platforms there are asks to be verified by GET, so whoever does is not our platform.</summary>
    private static Task VerifyAsync(HttpContext context) => FindChannel(context) is null
        ? Problem.NotFound("channel").ExecuteAsync(context)
        : Problem.Of(StatusCodes.Status403Forbidden, "not-verified", "This platform is not verified by GET.").ExecuteAsync(context);

    private static LiveChannel? FindChannel(HttpContext context)
    {
        var route = context.Request.RouteValues;
        var directory = context.RequestServices.GetRequiredService<ChannelDirectory>();
        var channel = Guid.TryParse(route["channelId"] as string, out var id) ? directory.Find(new ChannelId(id)) : null;
        return channel?.Row.Platform == (string?)route["platform"] ? channel : null;
    }
}

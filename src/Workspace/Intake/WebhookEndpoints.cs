using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Intake;

/// <summary>The addresses platforms call, and how they lead to the <see cref="WebhookDoor"/>.</summary>
public static class WebhookEndpoints
{
    /// <summary>Maps the door for whoever did not find it open already: no such channel, or none named.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        const string Door = "/api/v1/communications/webhooks/{platform}";
        const string OwnDoor = $"{Door}/{{channelId}}";
        routes.MapPost(OwnDoor, ReceiveAsync).ShortCircuit().ExcludeFromDescription();
        routes.MapGet(OwnDoor, VerifyAsync).ShortCircuit().ExcludeFromDescription();
        routes.MapPost(Door, ReceiveForAllAsync).ShortCircuit().ExcludeFromDescription();
        routes.MapGet(Door, VerifyForAllAsync).ShortCircuit().ExcludeFromDescription();
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

            if (HttpMethods.IsPost(request.Method) || (HttpMethods.IsGet(request.Method) && channel.Platform is IHintedPlatform))
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

    private static Task ReceiveForAllAsync(HttpContext context)
    {
        var door = context.RequestServices.GetRequiredService<WebhookDoor>();
        return FindPlatform(context) is { } platform
            ? door.ReceiveAsync(context, platform)
            : door.RefuseAsync(context, null, Problem.NotFound("channel"));
    }

    private static Task VerifyAsync(HttpContext context) => FindChannel(context) switch
    {
        null => Problem.NotFound("channel").ExecuteAsync(context),
        { Platform: IHintedPlatform } channel => context.RequestServices.GetRequiredService<WebhookDoor>().ReceiveAsync(context, channel),
        var channel => WebhookVerification.AnswerAsync(context, [channel]),
    };

    private static Task VerifyForAllAsync(HttpContext context) => FindPlatform(context) is { } platform
        ? WebhookVerification.AnswerAsync(context, context.RequestServices.GetRequiredService<ChannelDirectory>().Of(platform.Key))
        : Problem.NotFound("channel").ExecuteAsync(context);

    private static LiveChannel? FindChannel(HttpContext context)
    {
        var route = context.Request.RouteValues;
        var directory = context.RequestServices.GetRequiredService<ChannelDirectory>();
        var channel = Guid.TryParse(route["channelId"] as string, out var id) ? directory.Find(new ChannelId(id)) : null;
        return channel is not null && channel.Platform.IsCalled((string?)route["platform"]) ? channel : null;
    }

    private static IRoutedPlatform? FindPlatform(HttpContext context)
    {
        var name = context.Request.RouteValues["platform"] as string;
        var platforms = context.RequestServices.GetRequiredService<PlatformCatalogue>();
        return platforms.All.FirstOrDefault(platform => platform.IsCalled(name)) as IRoutedPlatform;
    }

    private static bool IsCalled(this IPlatform platform, string? name) =>
        name is not null && (platform.Key == name || (platform as IWebhookPlatform)?.Aliases.Contains(name) == true);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Chats;

/// <summary>What platforms that answer their customers themselves get from us.</summary>
public static class ChatsModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddChats(this IServiceCollection services)
    {
        services.AddSingleton<ChatFollowers>();
        services.AddSingleton<IChats, Chats>();
        services.AddSingleton<IChatFiles, ChatFiles>();
        services.AddSingleton<IServedChannels, ServedChannels>();
        return services;
    }

    /// <summary>
    /// Maps the platforms' own addresses, which the router answers at once: their callers are no operators, even where the browser
    /// sends an operator's cookie along.
    /// </summary>
    public static void MapServingPlatforms(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").ExcludeFromDescription();
        open.ShortCircuit();
        foreach (var platform in routes.ServiceProvider.GetRequiredService<PlatformCatalogue>().All.OfType<IServingPlatform>())
        {
            platform.Map(open);
        }
    }
}

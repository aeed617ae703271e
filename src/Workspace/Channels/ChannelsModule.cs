using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;

namespace Rozmova.Workspace.Channels;

/// <summary>Channels: kept, loaded, connected.</summary>
public static class ChannelsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddGuardedHttpClient();
        services.AddSingleton<PlatformCatalogue>();
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<ChannelSettings>();
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<TemplateCheck>();
        services.AddSingleton<ChannelChanges>();
        services.AddSingleton<ChannelEditor>();
        services.AddSingleton<IChannelStates, ChannelStates>();
        services.AddSingleton<ChannelLoader>();
        services.AddHostedService(provider => provider.GetRequiredService<ChannelLoader>());
        services.AddSingleton(provider => new ChannelCheckup(
            provider.GetRequiredService<ChannelLoader>(), provider.GetRequiredService<ChannelDirectory>()));
        services.AddSingleton<ChannelConnector>();
        services.AddHostedService(provider => provider.GetRequiredService<ChannelConnector>());
        return services;
    }

    /// <summary>Their endpoints.</summary>
    public static void MapChannels(this IEndpointRouteBuilder routes) => routes.MapChannelEndpoints();
}

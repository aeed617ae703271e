using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Workspace.Live;

/// <summary>Registers the live feed.</summary>
public static class LiveModule
{
    /// <summary>Add before anything that writes: the first commit already has a listener.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<LiveFeed>());
        services.AddSingleton<ILiveBodies, LiveReplay>();
        services.AddSingleton<Presence>();
        services.AddHostedService<LiveMetrics>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.AddHostedService<LiveLogTrimmer>();
        services.AddHostedService<SharedPresence>();
        return services;
    }
}

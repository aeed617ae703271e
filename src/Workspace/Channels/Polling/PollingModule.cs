using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Workspace.Channels.Polling;

/// <summary>Registers the pollers.</summary>
public static class PollingModule
{
    public static IServiceCollection AddPolling(this IServiceCollection services)
    {
        services.AddSingleton<PollerParts>();
        services.AddHostedService<PollingService>();
        return services;
    }
}

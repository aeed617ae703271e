using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Net;

namespace Rozmova.Platforms.Meta.Direct;

internal static class DirectModule
{
    /// <summary>Registers what Messenger and Instagram share. Safe to repeat.</summary>
    public static IServiceCollection AddMetaDirect(this IServiceCollection services)
    {
        services.AddMetaClient();
        services.AddGuardedHttpClient();
        services.TryAddSingleton<DirectSender>();
        services.TryAddSingleton<DirectConnector>();
        services.TryAddSingleton<DirectMenus>();
        services.TryAddSingleton<DirectPeople>();
        services.TryAddSingleton<DirectMedia>();
        return services;
    }
}

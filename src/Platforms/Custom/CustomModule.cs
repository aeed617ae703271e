using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

internal static class CustomModule
{
    /// <summary>Registers the custom platform and its HTTP client.</summary>
    public static IServiceCollection AddCustom(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddGuardedHttpClient();
        services.AddSingleton<CustomClient>();
        services.AddSingleton<CustomSender>();
        return services.AddSingleton<IPlatform, CustomPlatform>();
    }
}

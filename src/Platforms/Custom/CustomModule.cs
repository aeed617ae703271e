using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

internal static class CustomModule
{
    public static IServiceCollection AddCustom(this IServiceCollection services) => services
        .AddGuardedHttpClient()
        .AddSingleton<CustomClient>()
        .AddSingleton<IPlatform, CustomPlatform>();
}

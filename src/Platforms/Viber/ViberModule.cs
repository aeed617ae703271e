using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Viber;

internal static class ViberModule
{
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Registers Viber, and the HTTP clients for it and for the addresses it gives for files.</summary>
    public static IServiceCollection AddViber(this IServiceCollection services) => services
        .AddPlatformHttpClient(ViberClient.Name, LargestAnswer)
        .AddGuardedHttpClient()
        .AddSingleton<ViberClient>()
        .AddSingleton<ViberSender>()
        .AddSingleton<ViberConnector>()
        .AddSingleton<ViberProfiles>()
        .AddSingleton<ViberMedia>()
        .AddSingleton<IPlatform, ViberPlatform>();
}

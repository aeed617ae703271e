using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

internal static class ViberModule
{
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Registers Viber and its HTTP client.</summary>
    public static IServiceCollection AddViber(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddGuardedHttpClient();
        services.AddHttpClient(ViberClient.HttpClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool below renews its connections itself
            .RemoveAllLoggers() // they may write headers, and the token is one
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), // one the other side just closed would end in "unknown"
            });
        return services
            .AddSingleton<ViberClient>()
            .AddSingleton<ViberSender>()
            .AddSingleton<ViberConnector>()
            .AddSingleton<ViberProfiles>()
            .AddSingleton<ViberMedia>()
            .AddSingleton<IPlatform, ViberPlatform>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Rozmova.Platforms.Meta;

internal static class MetaModule
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Registers the client of the Graph API that Meta's platforms share. Safe to repeat.</summary>
    public static IServiceCollection AddMetaClient(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<MetaClient>();
        services.AddHttpClient(MetaClient.HttpClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool below renews its connections itself
            .RemoveAllLoggers() // they would write addresses, and those name people
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null, // no trace spans: they carry the address too
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), // one the other side just closed would end in "unknown"
            });
        return services;
    }
}

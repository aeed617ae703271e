using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Rozmova.Platforms.Http;

internal static class PlatformHttpModule
{
    /// <summary>
    /// Registers the HTTP client of <paramref name="platform"/>, which gives up an answer of more than
    /// <paramref name="largestAnswer"/> bytes. Safe to repeat.
    /// </summary>
    public static IServiceCollection AddPlatformHttpClient(
        this IServiceCollection services, string platform, long largestAnswer)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(platform, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                client.MaxResponseContentBufferSize = largestAnswer;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool below renews its connections itself
            .RemoveAllLoggers() // they would write addresses and headers
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

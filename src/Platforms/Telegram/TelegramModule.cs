using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

internal static class TelegramModule
{
    private const long LargestAnswer = 16 * 1024 * 1024; // getUpdates stops at about 4 MB

    /// <summary>Registers Telegram and its HTTP client.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(TelegramClient.HttpClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each call has its own
                client.MaxResponseContentBufferSize = LargestAnswer;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool below renews its connections itself
            .RemoveAllLoggers() // they would write the address, and the token is in it
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null, // no trace spans: they carry the address too
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), // one the other side just closed would end in "unknown"
            });
        return services
            .AddSingleton<TelegramClient>()
            .AddSingleton<TelegramSender>()
            .AddSingleton<TelegramConnector>()
            .AddSingleton<TelegramPolling>()
            .AddSingleton<TelegramMedia>()
            .AddSingleton<IPlatform, TelegramPlatform>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Net;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

internal static class WeChatModule
{
    private const long LargestAnswer = 1024 * 1024;

    /// <summary>Registers WeChat and its HTTP client.</summary>
    public static IServiceCollection AddWeChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddGuardedHttpClient();
        services.AddHttpClient(WeChatClient.HttpClientName, client =>
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
            .AddSingleton<WeChatClient>()
            .AddSingleton<WeChatTokens>()
            .AddSingleton<WeChatApi>()
            .AddSingleton<WeChatReplies>()
            .AddSingleton<WeChatTemplates>()
            .AddSingleton<WeChatSender>()
            .AddSingleton<WeChatConnector>()
            .AddSingleton<WeChatMedia>()
            .AddSingleton<WeChatProfiles>()
            .AddSingleton<IPlatform, WeChatPlatform>();
    }
}

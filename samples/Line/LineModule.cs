using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>What the program looks for: brings LINE in.</summary>
public sealed class LineModule : IPlatformModule
{
    public void Add(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(LineClient.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(20))
            .RemoveAllLoggers() // they would write addresses, and people's ids are in them
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddSingleton<LineClient>();
        services.AddSingleton<IPlatform, LinePlatform>();
    }
}

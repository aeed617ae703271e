using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

internal static class WebChatModule
{
    /// <summary>Registers the web chat.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<VisitorLimits>()
            .AddSingleton<VisitorIntake>()
            .AddSingleton<VisitorSockets>()
            .AddSingleton<IPlatform, WebChatPlatform>();
    }
}

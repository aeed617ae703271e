using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

internal static class MessengerModule
{
    /// <summary>Registers Messenger and what it shares with Instagram.</summary>
    public static IServiceCollection AddMessenger(this IServiceCollection services) =>
        services.AddMetaDirect().AddSingleton<MessengerTemplates>().AddSingleton<IPlatform, MessengerPlatform>();
}

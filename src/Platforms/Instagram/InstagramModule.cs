using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Instagram;

internal static class InstagramModule
{
    /// <summary>Registers Instagram and what it shares with Messenger.</summary>
    public static IServiceCollection AddInstagram(this IServiceCollection services) =>
        services.AddMetaDirect().AddSingleton<IPlatform, InstagramPlatform>();
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rozmova.Platforms.Http;

namespace Rozmova.Platforms.Meta;

internal static class MetaModule
{
    private const long LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Registers the client of the Graph API that Meta's platforms share. Safe to repeat.</summary>
    public static IServiceCollection AddMetaClient(this IServiceCollection services)
    {
        services.TryAddSingleton<MetaClient>();
        return services.AddPlatformHttpClient(MetaClient.Name, LargestAnswer);
    }
}

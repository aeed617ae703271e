using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Relay;

/// <summary>Registers what passes through memory, and where desks find what messages say.</summary>
public static class RelayModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddRelay(this IServiceCollection services)
    {
        services.AddOptions<RelayOptions>().BindConfiguration(RelayOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RelayOptions>, RelayOptionsValidator>();
        services.AddSingleton<IRelay, MemoryRelay>();
        services.AddSingleton<IDeskContents, DeskContents>();
        services.AddSingleton<IDeskFiles, DeskFiles>();
        return services;
    }
}

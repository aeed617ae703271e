using Microsoft.AspNetCore.Routing;
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
        services.AddSingleton<RelayDesks>();
        services.AddSingleton<RelayedMessages>();
        services.AddSingleton<PassThroughRules>();
        services.AddSingleton<PassingEvents>();
        services.AddSingleton<LostTexts>();
        services.AddHostedService(provider => provider.GetRequiredService<LostTexts>()); // ahead of intake: memory is still empty
        services.AddHostedService<RelayWatch>();
        services.AddSingleton<RelayedLedger>();
        services.AddSingleton<RelayAddresses>();
        services.AddSingleton<RelayedDownloads>();
        services.AddSingleton<IDeskContents, DeskContents>();
        services.AddSingleton<IDeskFiles, DeskFiles>();
        return services;
    }

    /// <summary>Maps the addresses of files that are stored nowhere, below the root.</summary>
    public static void MapRelayedFiles(this IEndpointRouteBuilder root) => RelayedDownloads.Map(root);
}

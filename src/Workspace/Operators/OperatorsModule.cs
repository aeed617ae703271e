using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Workspace.Operators;

/// <summary>People, keys and sessions.</summary>
public static class OperatorsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddHostedService<ConfiguredKey>();
        return services;
    }

    /// <summary>Their endpoints.</summary>
    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        routes.MapMe();
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Sessions;

namespace Rozmova.Workspace.Operators;

/// <summary>People: who they are, their keys, how they get in.</summary>
public static class OperatorsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<OperatorChanges>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SessionAudit>();
        services.AddSingleton<Setup>();
        services.AddSingleton(Console.Out);
        services.AddHostedService<ConfiguredKey>();
        services.AddHostedService<FirstAdmin>();
        return services;
    }

    /// <summary>Their endpoints.</summary>
    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        routes.MapOperatorEndpoints();
        routes.MapKeys();
        routes.MapSession();
        routes.MapSetup();
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Sessions;
using Rozmova.Workspace.TwoFactor;

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
        services.AddSingleton<TelegramLinks>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<KeyUses>();
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
        routes.MapOwn();
        routes.MapKeys();
        routes.MapTwoFactor();
        routes.MapSession();
        routes.MapSetup();
    }
}

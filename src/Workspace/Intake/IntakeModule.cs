using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Pipeline;

namespace Rozmova.Workspace.Intake;

/// <summary>Registers the road in: door, journal, pipeline.</summary>
public static class IntakeModule
{
    /// <summary>Add after channels are loaded: what an earlier run left is replayed at start.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<IJournal, EmbeddedJournal>();
        services.AddSingleton<IntakeMetrics>();
        services.AddSingleton<Intake>();
        services.AddSingleton<IIntake>(provider => provider.GetRequiredService<Intake>());
        services.AddSingleton<AccountRouter>();
        services.AddSingleton<WebhookAnswers>();
        services.AddSingleton<WebhookDoor>();
        services.AddHostedService<InboundPipeline>();
        services.AddHostedService<EarlyChangeTrimmer>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Workspace.Quarantine;

/// <summary>What could not be read, and what becomes of it.</summary>
public static class QuarantineModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddQuarantine(this IServiceCollection services) => services.AddSingleton<QuarantineDesk>();
}

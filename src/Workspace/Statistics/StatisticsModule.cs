using Microsoft.Extensions.DependencyInjection;

namespace Rozmova.Workspace.Statistics;

/// <summary>What waits, and what the day brought.</summary>
public static class StatisticsModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddSingleton<StatsCounter>();
}

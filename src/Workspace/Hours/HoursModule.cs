using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Hours;

/// <summary>When somebody is there to answer.</summary>
public static class HoursModule
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHours(this IServiceCollection services) => services.AddSingleton<IChannelHours, ChannelHours>();

    /// <summary>Its endpoints.</summary>
    public static void MapHours(this IEndpointRouteBuilder routes) => routes.MapHoursEndpoints();
}

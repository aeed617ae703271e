using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Desks.TelegramDesk;
using Rozmova.Desks.Webim;

namespace Rozmova.Desks;

/// <summary>The only list of built-in kinds of desk: a new one is a folder and a line here.</summary>
public static class DesksModule
{
    /// <summary>Registers every built-in kind of desk.</summary>
    public static IServiceCollection AddDeskKinds(this IServiceCollection services) => services
        .AddTelegramDesk()
        .AddWebim();

    /// <summary>What a kind has of its own in the API.</summary>
    public static void MapDeskKinds(this IEndpointRouteBuilder routes) => routes.MapTelegramLink();
}

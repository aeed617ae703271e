using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Desks;

/// <summary>Places outside the console where conversations are answered: kept, loaded, run.</summary>
public static class DesksModule
{
    /// <summary>Registers what all kinds share; each kind registers its <see cref="IDesk"/>.</summary>
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<DeskCatalogue>();
        services.AddSingleton<DeskDirectory>();
        services.AddSingleton<DeskWork>();
        services.AddSingleton<DeskStates>();
        services.AddSingleton<DeskConnector>();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<DeskWorker>();
        services.AddSingleton<DeskPoller>();
        services.AddSingleton<DeskDoor>();
        services.AddSingleton<DeskEditor>();
        services.AddSingleton<DeskTrimmer>();
        services.AddSingleton<DeskLoader>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskLoader>());
        services.AddHostedService<DeskService>();
        return services;
    }

    /// <summary>Their endpoints.</summary>
    public static void MapDesks(this IEndpointRouteBuilder routes) => routes.MapDeskEndpoints();

    /// <summary>
    /// Opens the door by a desk's address or its own short path, before all else: these requests carry secrets of their own instead of keys.
    /// </summary>
    public static void UseDesks(this IApplicationBuilder app)
    {
        const string Addresses = "/api/v1/communications/desks";
        var directory = app.ApplicationServices.GetRequiredService<DeskDirectory>();
        var door = app.ApplicationServices.GetRequiredService<DeskDoor>();
        app.Use((context, next) =>
        {
            if (!HttpMethods.IsPost(context.Request.Method))
            {
                return next(context);
            }

            return directory.FindByPath(context.Request.Path.Value!) is { } desk ? door.ReceiveAsync(context, desk)
                : context.Request.Path.StartsWithSegments(Addresses) ? Problem.NotFound("desk").ExecuteAsync(context)
                : next(context);
        });
    }
}

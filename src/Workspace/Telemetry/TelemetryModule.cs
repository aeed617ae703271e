using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Telemetry;

/// <summary>What the program measures, for Prometheus to fetch.</summary>
public static class TelemetryModule
{
    /// <summary>Add before anything that measures.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<MetricsListener>();
        services.AddHostedService(provider => provider.GetRequiredService<MetricsListener>());
        return services;
    }

    /// <summary>Maps <c>/metrics</c>, for callers on this machine and for admins.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricsListener metrics) => TypedResults.Text(metrics.Write(), PrometheusText.ContentType))
            .RequireAuthorization(policy => policy.RequireAssertion(caller =>
                caller.User.IsInRole(nameof(OperatorRole.Admin)) || (caller.Resource is HttpContext context && IsFromThisMachine(context))))
            .ExcludeFromDescription();

    // The host too: behind a proxy on this machine every connection is local, but what the caller asked for is not.
    private static bool IsFromThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));
}

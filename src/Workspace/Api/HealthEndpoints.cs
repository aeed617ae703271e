using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Rozmova.Workspace.Api;

/// <summary>For whoever keeps the program running: is it alive, may traffic come.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("alive")).ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Ready(IEnumerable<IReadiness> parts)
    {
        string[] waiting = [.. parts.Select(part => part.WaitsFor).OfType<string>()];
        return waiting.Length == 0
            ? TypedResults.Text("ready")
            : Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-ready", "Waiting for: " + string.Join(", ", waiting));
    }
}

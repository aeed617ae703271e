using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Api;

/// <summary>For whoever keeps the program running: is it alive, may traffic come.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("alive")).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    /// <summary>The server listens once all has started and the journal is replayed, so what is left to ask is the database.</summary>
    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadyAsync(
        ILiveLog log, TimeProvider time, ILogger<ILiveLog> logger, CancellationToken cancellationToken)
    {
        try
        {
            await log.ReadLastAsync(cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
            return TypedResults.Text("ready");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // whatever it is, a webhook would meet it too
        {
            logger.NotReady(exception);
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "not-ready", "The database does not answer.");
        }
    }
}

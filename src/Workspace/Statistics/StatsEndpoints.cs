using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Statistics;

/// <summary>Statistics over HTTP. Days and midnights are those of the time zone the caller names.</summary>
public static class StatsEndpoints
{
    private const int MostDays = 92;

    /// <summary>Maps it.</summary>
    public static void MapStats(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/stats").WithTags("Stats").RequireAuthorization(ApiPolicies.Operator);
        group.MapGet("/today", Today).WithName("GetStatsOfToday");
        group.MapGet("/overview", Overview).WithName("GetStats");
        group.MapGet("/waiting", Waiting).WithName("GetWaiting");
    }

    private static async Task<Results<Ok<StatsBody>, ProblemHttpResult>> Today(
        string? timeZone, StatsCounter counter, TimeProvider time, CancellationToken cancellationToken) =>
        LocalDays.TryReadZone(timeZone, out var zone, out var problem)
            ? TypedResults.Ok(await counter.CountAsync(LocalDays.Today(zone, time.GetUtcNow()), cancellationToken))
            : problem;

    private static async Task<Results<Ok<StatsBody>, ProblemHttpResult>> Overview(
        string? from, string? to, string? timeZone, StatsCounter counter, CancellationToken cancellationToken)
    {
        if (!LocalDays.TryReadZone(timeZone, out var zone, out var problem))
        {
            return problem;
        }

        if (!TryReadDay(from, out var first))
        {
            return Problem.Invalid("from", "The first day, like 2026-11-01.");
        }

        if (!TryReadDay(to, out var last) || last < first || last.DayNumber - first.DayNumber >= MostDays)
        {
            return Problem.Invalid("to", $"The last day, like 2026-11-30: not before the first, and at most {MostDays} days together.");
        }

        return TypedResults.Ok(await counter.CountAsync(new LocalDays(first, last, zone), cancellationToken));
    }

    private static async Task<Results<Ok<WaitingBody>, ProblemHttpResult>> Waiting(
        string? timeZone, CurrentOperator me, StatsCounter counter, CancellationToken cancellationToken) =>
        LocalDays.TryReadZone(timeZone, out var zone, out var problem)
            ? TypedResults.Ok(await counter.CountWaitingAsync(me, zone, cancellationToken))
            : problem;

    /// <summary>A day that has a midnight on both sides in every time zone.</summary>
    private static bool TryReadDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 1970 and < 9999;
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Audit;

/// <summary>One line of the audit.</summary>
public sealed record AuditBody(
    Guid Id, OperatorId? ActorId, string? ActorName, string Action, string? Subject, string? Detail, DateTimeOffset At);

/// <summary>The audit over HTTP.</summary>
public static class AuditEndpoints
{
    private const string ListName = "audit";

    /// <summary>Maps it.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", List).WithName("ListAudit").WithTags("Audit").RequireAuthorization(ApiPolicies.Admin);

    private static async Task<Results<Ok<Page<AuditBody>>, ProblemHttpResult>> List(
        [AsParameters] PageQuery page, IAuditStore audit, IOperatorStore operators, CancellationToken cancellationToken)
    {
        if (!page.TryReadPlace(ListName, out var before, out var limit, out var problem))
        {
            return problem!;
        }

        var entries = await audit.ListAsync(before, limit + 1, cancellationToken);
        var names = (await operators.ListAsync(cancellationToken)).ToDictionary(known => known.Id, known => known.Name);
        AuditBody[] items = [.. entries.Take(limit).Select(entry => new AuditBody(
            entry.Id, entry.ActorId, entry.ActorId is { } actor ? names.GetValueOrDefault(actor) : null, entry.Action, entry.Subject,
            entry.Detail, entry.At))];
        return TypedResults.Ok(new Page<AuditBody>(items, entries.Count > limit ? Paging.Write(ListName, items[^1].Id.ToString()) : null));
    }
}

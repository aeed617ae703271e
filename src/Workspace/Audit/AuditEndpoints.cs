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

/// <summary>Which lines: by whom, doing what (<c>channel.created</c>, or <c>channel</c> for all of its verbs), and when.</summary>
public readonly record struct AuditQuery(Guid? Actor, string? Action, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>The audit over HTTP.</summary>
public static class AuditEndpoints
{
    private const string ListName = "audit";

    /// <summary>Maps it.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit", List).WithName("ListAudit").WithTags("Audit").RequireAuthorization(ApiPolicies.Admin);

    private static async Task<Results<Ok<Page<AuditBody>>, ProblemHttpResult>> List(
        [AsParameters] AuditQuery query, [AsParameters] PageQuery page, IAuditStore audit, IOperatorStore operators, CancellationToken cancellationToken)
    {
        var filter = new AuditFilter(query.Actor is { } wanted ? new OperatorId(wanted) : null, query.Action, query.From, query.To);
        var list = $"{ListName} {filter}";
        if (!page.TryReadPlace(list, out var before, out var limit, out var problem))
        {
            return problem!;
        }

        var entries = await audit.ListAsync(filter, before, limit + 1, cancellationToken);
        var names = (await operators.ListAsync(cancellationToken)).ToDictionary(known => known.Id, known => known.Name);
        AuditBody[] items = [.. entries.Take(limit).Select(entry => new AuditBody(
            entry.Id, entry.ActorId, entry.ActorId is { } actor ? names.GetValueOrDefault(actor) : null, entry.Action, entry.Subject,
            entry.Detail, entry.At))];
        return TypedResults.Ok(new Page<AuditBody>(items, entries.Count > limit ? Paging.Write(list, items[^1].Id.ToString()) : null));
    }
}

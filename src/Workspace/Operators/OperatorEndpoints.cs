using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Operators;

/// <summary>Operators over HTTP.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperatorEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/me", Me).WithName("GetMe").WithTags("Operators").RequireAuthorization();

        var group = routes.MapGroup("/operators").WithTags("Operators");
        group.MapGet("", List).WithName("ListOperators").RequireAuthorization(ApiPolicies.Operator).Produces<Page<OperatorBody>>();

        var admin = group.MapGroup("").RequireAuthorization(ApiPolicies.Admin);
        admin.MapPost("", Create).WithName("CreateOperator").WithIdempotency();
        admin.MapGet("/{id:guid}", Get).WithName("GetOperator");
        admin.MapPatch("/{id:guid}", Change).WithName("ChangeOperator");
    }

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Me(
        CurrentOperator me, IOperatorStore operators, Presence presence, CancellationToken cancellationToken) =>
        await Get(me.Id.Value, operators, presence, cancellationToken);

    private static async Task<IResult> List(
        CurrentOperator me, IOperatorStore operators, Presence presence, CancellationToken cancellationToken)
    {
        var all = await operators.ListAsync(cancellationToken);
        return me.IsAdmin
            ? TypedResults.Ok(new Page<OperatorBody>([.. all.Select(found => OperatorBody.Of(found, presence.Of(found.Id)))], null))
            : TypedResults.Ok(new Page<OperatorSummaryBody>(
                [.. all.Select(found => OperatorSummaryBody.Of(found, presence.Of(found.Id)))], null));
    }

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Get(
        Guid id, IOperatorStore operators, Presence presence, CancellationToken cancellationToken) =>
        await operators.FindAsync(new OperatorId(id), cancellationToken) is { } found
            ? TypedResults.Ok(OperatorBody.Of(found, presence.Of(found.Id)))
            : Problem.NotFound("operator");

    private static async Task<Results<Created<OperatorBody>, ProblemHttpResult>> Create(
        NewOperatorBody body, CurrentOperator me, OperatorChanges changes, Presence presence, IOptions<RozmovaOptions> options,
        CancellationToken cancellationToken)
    {
        var (created, problem, invite) = await changes.CreateAsync(body, me, cancellationToken);
        if (created is null)
        {
            return problem!;
        }

        var url = invite is not null && options.Value.PublicAddress is { } address ? new Uri(address, invite).ToString() : invite;
        return TypedResults.Created(
            $"/api/v1/operators/{created.Id}", OperatorBody.Of(created, presence.Of(created.Id)) with { InviteUrl = url });
    }

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Change(
        Guid id, OperatorChangeBody body, CurrentOperator me, OperatorChanges changes, Presence presence, CancellationToken cancellationToken)
    {
        var (changed, problem, _) = await changes.ChangeAsync(new OperatorId(id), body, me, cancellationToken);
        return changed is null ? problem! : TypedResults.Ok(OperatorBody.Of(changed, presence.Of(changed.Id)));
    }
}

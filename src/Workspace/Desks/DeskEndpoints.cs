using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;

namespace Rozmova.Workspace.Desks;

/// <summary>Desks over HTTP.</summary>
internal static class DeskEndpoints
{
    public static void MapDeskEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/desks").WithTags("Desks").RequireAuthorization(ApiPolicies.Admin);
        group.MapGet("", List).WithName("ListDesks");
        group.MapPost("", Create).WithName("CreateDesk").WithIdempotency();
        group.MapGet("/{id:guid}", Get).WithName("GetDesk");
        group.MapPatch("/{id:guid}", Change).WithName("ChangeDesk");
        group.MapDelete("/{id:guid}", Delete).WithName("DeleteDesk");
        group.MapPost("/{id:guid}/check", Check).WithName("CheckDesk");
    }

    private static async Task<Ok<Page<DeskBody>>> List(IDeskStore store, DeskCatalogue kinds, CancellationToken cancellationToken)
    {
        var waiting = await store.CountWaitingAsync(cancellationToken);
        var desks = await store.ListAsync(cancellationToken);
        return TypedResults.Ok(new Page<DeskBody>([.. desks.Select(desk => ToBody(desk, kinds, waiting))], null));
    }

    private static async Task<Results<Ok<DeskBody>, ProblemHttpResult>> Get(
        Guid id, DeskEditor editor, IDeskStore store, DeskCatalogue kinds, CancellationToken cancellationToken) =>
        await editor.FindAsync(id, cancellationToken) is { } desk
            ? TypedResults.Ok(ToBody(desk, kinds, await store.CountWaitingAsync(cancellationToken)))
            : Problem.NotFound("desk");

    private static async Task<Results<Created<DeskBody>, ProblemHttpResult>> Create(
        NewDeskBody body, CurrentOperator me, DeskEditor editor, IDeskStore store, DeskCatalogue kinds, CancellationToken cancellationToken)
    {
        var (created, problem) = await editor.CreateAsync(body, me.Id, cancellationToken);
        return created is null
            ? problem!
            : TypedResults.Created($"/api/v1/desks/{created.Id}", ToBody(created, kinds, await store.CountWaitingAsync(cancellationToken)));
    }

    private static async Task<Results<Ok<DeskBody>, ProblemHttpResult>> Change(
        Guid id, DeskChangeBody body, CurrentOperator me, DeskEditor editor, IDeskStore store, DeskCatalogue kinds,
        CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } desk)
        {
            return Problem.NotFound("desk");
        }

        var (changed, problem) = await editor.ChangeAsync(desk, body, me.Id, cancellationToken);
        return changed is null ? problem! : TypedResults.Ok(ToBody(changed, kinds, await store.CountWaitingAsync(cancellationToken)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, DeskEditor editor, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } desk)
        {
            return Problem.NotFound("desk");
        }

        await editor.DeleteAsync(desk, me.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<DeskBody>, ProblemHttpResult>> Check(
        Guid id, DeskEditor editor, IDeskStore store, DeskCatalogue kinds, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } desk)
        {
            return Problem.NotFound("desk");
        }

        var checkedNow = await editor.ConnectedAsync(desk, cancellationToken);
        return TypedResults.Ok(ToBody(checkedNow, kinds, await store.CountWaitingAsync(cancellationToken)));
    }

    private static DeskBody ToBody(Desk desk, DeskCatalogue kinds, IReadOnlyDictionary<Messaging.DeskId, long> waiting) =>
        desk.ToBody(kinds.Find(desk.Kind), waiting.GetValueOrDefault(desk.Id));
}

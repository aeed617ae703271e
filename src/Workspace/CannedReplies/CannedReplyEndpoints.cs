using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;

namespace Rozmova.Workspace.CannedReplies;

/// <summary>Canned replies over HTTP.</summary>
public static class CannedReplyEndpoints
{
    private const string ListName = "canned-replies";

    /// <summary>Registers what they need.</summary>
    public static IServiceCollection AddCannedReplies(this IServiceCollection services) => services.AddSingleton<CannedReplyChanges>();

    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapCannedReplies(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/canned-replies").WithTags("Canned replies").RequireAuthorization(ApiPolicies.Operator);
        all.MapGet("", List).WithName("ListCannedReplies");
        all.MapPost("", Create).WithName("CreateCannedReply").WithIdempotency();

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("", Get).WithName("GetCannedReply");
        one.MapPatch("", Change).WithName("ChangeCannedReply");
        one.MapDelete("", Delete).WithName("DeleteCannedReply");
        one.MapPost("/used", CountUse).WithName("CountCannedReplyUse");
    }

    private static async Task<Results<Ok<Page<CannedReplyBody>>, ProblemHttpResult>> List(
        [AsParameters] PageQuery page, ICannedReplyStore replies, IMediaStore media, CancellationToken cancellationToken)
    {
        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(ListName, 1, out var place, out problem))
        {
            return problem!;
        }

        var found = await replies.ListAsync(place.FirstOrDefault(), limit + 1, cancellationToken);
        var items = new List<CannedReplyBody>();
        foreach (var reply in found.Take(limit))
        {
            items.Add(CannedReplyBody.Of(reply, await media.ListReadyAsync(reply.Files, cancellationToken)));
        }

        return TypedResults.Ok(new Page<CannedReplyBody>(items, found.Count > limit ? Paging.Write(ListName, items[^1].Shortcut) : null));
    }

    private static async Task<Results<Created<CannedReplyBody>, ProblemHttpResult>> Create(
        CannedReplyRequest request, CurrentOperator me, CannedReplyChanges changes, CancellationToken cancellationToken)
    {
        var created = await changes.CreateAsync(request, me, cancellationToken);
        return created.Value is { } reply
            ? TypedResults.Created($"/api/v1/canned-replies/{reply.Id}", reply)
            : created.Refusal!.ToProblem();
    }

    private static async Task<Results<Ok<CannedReplyBody>, ProblemHttpResult>> Get(
        Guid id, ICannedReplyStore replies, IMediaStore media, CancellationToken cancellationToken) =>
        await replies.FindAsync(id, cancellationToken) is { } reply
            ? TypedResults.Ok(CannedReplyBody.Of(reply, await media.ListReadyAsync(reply.Files, cancellationToken)))
            : Problem.NotFound("canned reply");

    private static async Task<Results<Ok<CannedReplyBody>, ProblemHttpResult>> Change(
        Guid id, CannedReplyRequest request, CurrentOperator me, CannedReplyChanges changes, CancellationToken cancellationToken) =>
        (await changes.ChangeAsync(id, request, me, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, CannedReplyChanges changes, CancellationToken cancellationToken) =>
        await changes.RemoveAsync(id, me, cancellationToken) is { } refusal ? refusal.ToProblem() : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> CountUse(
        Guid id, CannedReplyChanges changes, CancellationToken cancellationToken) =>
        await changes.CountUseAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("canned reply");
}

using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Views;

/// <summary>A saved view as it is read. <paramref name="OwnerId"/> made it.</summary>
public sealed record ViewBody(
    Guid Id, OperatorId OwnerId, string Name, bool Shared, ViewFilter Filter, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ViewBody Of(SavedView view) =>
        new(view.Id, view.OwnerId, view.Name, view.Shared, view.Filter, view.CreatedAt, view.UpdatedAt);
}

/// <summary>A new view, or a change of one: what is absent stays; a filter is replaced as a whole.</summary>
public sealed record ViewChangeBody(string? Name, bool? Shared, ViewFilter? Filter);

/// <summary>Saved views over HTTP: everybody has their own, admins make those that everybody sees.</summary>
public static class ViewEndpoints
{
    private const int LongestName = 60;
    private const int MostViews = 200;

    private static readonly ViewFilter Everything = new(null, null, null, null, null, null, null, null);

    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapViews(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/views").WithTags("Views").RequireAuthorization(ApiPolicies.Operator);
        group.MapGet("", List).WithName("ListViews");
        group.MapPost("", Create).WithName("CreateView").WithIdempotency();
        group.MapGet("/{id:guid}", Get).WithName("GetView");
        group.MapPatch("/{id:guid}", Change).WithName("ChangeView");
        group.MapDelete("/{id:guid}", Delete).WithName("DeleteView");
    }

    private static async Task<Ok<Page<ViewBody>>> List(CurrentOperator me, ISavedViewStore views, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<ViewBody>([.. (await views.ListAsync(me.Id, cancellationToken)).Select(ViewBody.Of)], null));

    private static async Task<Results<Ok<ViewBody>, ProblemHttpResult>> Get(
        Guid id, CurrentOperator me, ISavedViewStore views, CancellationToken cancellationToken) =>
        await FindAsync(id, me, views, cancellationToken) is { } view ? TypedResults.Ok(ViewBody.Of(view)) : NotFound();

    private static async Task<Results<Created<ViewBody>, ProblemHttpResult>> Create(
        ViewChangeBody body, CurrentOperator me, ISavedViewStore views, ChannelDirectory channels, IAuditStore audit,
        ITransactions transactions, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var blank = new SavedView
        {
            Id = Guid.CreateVersion7(now), OwnerId = me.Id, Name = "", Filter = Everything, CreatedAt = now, UpdatedAt = now,
        };
        var view = Apply(blank, body);
        if (Check(view, me, channels) is { } problem)
        {
            return problem;
        }

        if ((await views.ListAsync(me.Id, cancellationToken)).Count >= MostViews)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "too-many", $"There are {MostViews} views already. Delete one first.");
        }

        await SaveAsync(view, "view.created", me, audit, transactions, views.SaveAsync, cancellationToken);
        return TypedResults.Created($"/api/v1/views/{view.Id}", ViewBody.Of(view));
    }

    private static async Task<Results<Ok<ViewBody>, ProblemHttpResult>> Change(
        Guid id, ViewChangeBody body, CurrentOperator me, ISavedViewStore views, ChannelDirectory channels, IAuditStore audit,
        ITransactions transactions, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, me, views, cancellationToken) is not { } before)
        {
            return NotFound();
        }

        var view = Apply(before, body) with { UpdatedAt = time.GetStoredNow() };
        if ((RefuseShared(before, me) ?? Check(view, me, channels)) is { } problem)
        {
            return problem;
        }

        await SaveAsync(view, "view.changed", me, audit, transactions, views.SaveAsync, cancellationToken);
        return TypedResults.Ok(ViewBody.Of(view));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, ISavedViewStore views, IAuditStore audit, ITransactions transactions, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(id, me, views, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        if (RefuseShared(view, me) is { } problem)
        {
            return problem;
        }

        var gone = view with { UpdatedAt = time.GetStoredNow() };
        await SaveAsync(
            gone, "view.deleted", me, audit, transactions, (transaction, one) => views.DeleteAsync(transaction, one.Id), cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Somebody else's own does not exist for the reader.</summary>
    private static async ValueTask<SavedView?> FindAsync(
        Guid id, CurrentOperator me, ISavedViewStore views, CancellationToken cancellationToken) =>
        await views.FindAsync(id, cancellationToken) is { } view && (view.Shared || view.OwnerId == me.Id) ? view : null;

    /// <summary>What everybody sees is written down; what somebody keeps for themselves is nobody's business.</summary>
    private static async ValueTask SaveAsync(
        SavedView view, string action, CurrentOperator me, IAuditStore audit, ITransactions transactions,
        Func<Transaction, SavedView, ValueTask> write, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await write(transaction, view);
            if (view.Shared)
            {
                await audit.AddAsync(transaction, AuditEntry.Of(me.Id, action, view.Id.ToString(), view.Name, view.UpdatedAt));
            }

            return true;
        }, cancellationToken);

    private static SavedView Apply(SavedView view, ViewChangeBody body) => view with
    {
        Name = body.Name?.Trim() ?? view.Name,
        Shared = body.Shared ?? view.Shared,
        Filter = body.Filter ?? view.Filter,
    };

    private static ProblemHttpResult? Check(SavedView view, CurrentOperator me, ChannelDirectory channels)
    {
        if (view.Name.Length is 0 or > LongestName || view.Name.Contains('\0'))
        {
            return Problem.Invalid("name", $"A name has 1 to {LongestName} characters.");
        }

        var filter = view.Filter;
        var query = new InboxQuery(
            filter.Status, filter.ClaimedBy, filter.Platform, filter.ChannelId, filter.Label,
            filter.Waiting?.ToString(CultureInfo.InvariantCulture), filter.Sort, filter.Q);
        return query.TryRead(me, channels, out _, out var problem) ? RefuseShared(view, me) : problem;
    }

    private static ProblemHttpResult? RefuseShared(SavedView view, CurrentOperator me) => view.Shared && !me.IsAdmin
        ? Problem.Of(StatusCodes.Status403Forbidden, "forbidden", "Only admins change what everybody sees.")
        : null;

    private static ProblemHttpResult NotFound() => Problem.NotFound("view");
}

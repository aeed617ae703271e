using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Labels;

/// <summary>Labels over HTTP.</summary>
public static class LabelEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapLabels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/labels").WithTags("Labels");
        group.MapGet("", List).WithName("ListLabels").RequireAuthorization(ApiPolicies.Operator);

        var admin = group.MapGroup("").RequireAuthorization(ApiPolicies.Admin);
        admin.MapPost("", Create).WithName("CreateLabel").WithIdempotency();
        admin.MapGet("/{id:guid}", Get).WithName("GetLabel");
        admin.MapPatch("/{id:guid}", Change).WithName("ChangeLabel");
        admin.MapDelete("/{id:guid}", Delete).WithName("DeleteLabel");
    }

    private static async Task<Ok<Page<LabelBody>>> List(ILabelStore labels, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<LabelBody>([.. (await labels.ListAsync(cancellationToken)).Select(LabelBody.Of)], null));

    private static async Task<Results<Ok<LabelBody>, ProblemHttpResult>> Get(
        Guid id, ILabelStore labels, CancellationToken cancellationToken) =>
        await labels.FindAsync(id, cancellationToken) is { } label ? TypedResults.Ok(LabelBody.Of(label)) : Problem.NotFound("label");

    private static async Task<Results<Created<LabelBody>, ProblemHttpResult>> Create(
        LabelChangeBody body, CurrentOperator me, ILabelStore labels, IAuditStore audit, ITransactions transactions, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var label = Apply(new Label { Id = Guid.CreateVersion7(now), Name = "", Colour = Label.DefaultColour, CreatedAt = now }, body);
        if (Check(label) is { } problem)
        {
            return problem;
        }

        var added = await transactions.WriteAsync(async transaction =>
        {
            if (!await labels.AddAsync(transaction, label))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "label.created", label.Id.ToString(), label.Name, now));
            return true;
        }, cancellationToken);
        return added ? TypedResults.Created($"/api/v1/labels/{label.Id}", LabelBody.Of(label)) : NameTaken();
    }

    private static async Task<Results<Ok<LabelBody>, ProblemHttpResult>> Change(
        Guid id, LabelChangeBody body, CurrentOperator me, ILabelStore labels, IAuditStore audit, ITransactions transactions,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await labels.FindAsync(id, cancellationToken) is not { } before)
        {
            return Problem.NotFound("label");
        }

        var label = Apply(before, body);
        if (Check(label) is { } problem)
        {
            return problem;
        }

        var saved = await transactions.WriteAsync(async transaction =>
        {
            if (!await labels.SaveAsync(transaction, before, label))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "label.changed", id.ToString(), label.Name, time.GetStoredNow()));
            return true;
        }, cancellationToken);
        return saved ? TypedResults.Ok(LabelBody.Of(label)) : NameTaken();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, ILabelStore labels, IAuditStore audit, ITransactions transactions, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await labels.FindAsync(id, cancellationToken) is not { } label)
        {
            return Problem.NotFound("label");
        }

        await transactions.WriteAsync(async transaction =>
        {
            await labels.DeleteAsync(transaction, label);
            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "label.deleted", id.ToString(), label.Name, time.GetStoredNow()));
            return true;
        }, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Label Apply(Label label, LabelChangeBody body) =>
        label with { Name = body.Name?.Trim() ?? label.Name, Colour = body.Colour ?? label.Colour };

    private static ProblemHttpResult? Check(Label label) => label switch
    {
        _ when !LabelChange.IsLabel(label.Name) => Problem.Invalid("name", LabelChange.Rule),
        _ when !Label.Colours.Contains(label.Colour) => Problem.Invalid("colour", $"Must be one of: {string.Join(", ", Label.Colours)}."),
        _ => null,
    };

    private static ProblemHttpResult NameTaken() =>
        Problem.Of(StatusCodes.Status409Conflict, "name-taken", "Another label has this name.", ("field", "name"));
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>An operator's API keys over HTTP.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/keys", ListAll).WithName("ListAllKeys").WithTags("Operators").RequireAuthorization(ApiPolicies.Admin);

        var group = routes.MapGroup("/operators/{id:guid}/keys").WithTags("Operators").RequireAuthorization(ApiPolicies.Admin);
        group.MapGet("", List).WithName("ListKeys");
        group.MapPost("", Create).WithName("CreateKey").WithIdempotency();
        group.MapDelete("/{keyId:guid}", Delete).WithName("DeleteKey");
    }

    private static async Task<Results<Ok<Page<KeyBody>>, ProblemHttpResult>> List(
        Guid id, IOperatorStore operators, CancellationToken cancellationToken)
    {
        if (await operators.FindAsync(new OperatorId(id), cancellationToken) is not { } owner)
        {
            return Problem.NotFound("operator");
        }

        var keys = await operators.ListKeysAsync(owner.Id, cancellationToken);
        return TypedResults.Ok(new Page<KeyBody>([.. keys.Select(KeyBody.Of)], null));
    }

    private static async Task<Ok<Page<KeyBody>>> ListAll(IOperatorStore operators, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<KeyBody>([.. (await operators.ListKeysAsync(cancellationToken)).Select(KeyBody.Of)], null));

    private static async Task<Results<Created<CreatedKeyBody>, ProblemHttpResult>> Create(
        Guid id, NewKeyBody? body, CurrentOperator me, IOperatorStore operators, IAuditStore audit, ITransactions transactions,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (await operators.FindAsync(new OperatorId(id), cancellationToken) is not { } owner)
        {
            return Problem.NotFound("operator");
        }

        var secret = ApiKeySecret.CreateKey();
        var now = time.GetStoredNow();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OperatorId = owner.Id,
            Name = body?.Name,
            Hash = ApiKeySecret.Hash(secret),
            CreatedAt = now,
        };
        await transactions.WriteAsync(async transaction =>
        {
            await operators.AddKeyAsync(transaction, key);
            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "key.created", key.Id.ToString(), key.Name, now));
            return true;
        }, cancellationToken);
        return TypedResults.Created($"/api/v1/operators/{id}/keys/{key.Id}", new CreatedKeyBody(key.Id, secret, key.Name, now));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, Guid keyId, CurrentOperator me, IOperatorStore operators, IAuditStore audit, ITransactions transactions,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var removed = await transactions.WriteAsync(async transaction =>
        {
            if (!await operators.RemoveKeyAsync(transaction, new OperatorId(id), keyId))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(me.Id, "key.deleted", keyId.ToString(), null, time.GetStoredNow()));
            return true;
        }, cancellationToken);
        return removed ? TypedResults.NoContent() : Problem.NotFound("key");
    }
}

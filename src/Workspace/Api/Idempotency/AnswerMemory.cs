using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>
/// Where a command remembers its answer in the transaction of its effect: then no crash comes between the two, and a repeat is never
/// carried out twice. A handler asks for it by parameter; null when the request has no key.
/// </summary>
public sealed class AnswerMemory(IIdempotencyStore store, IDataProtector protector, IdempotentRequest request) : IAnswerMemory
{
    /// <summary>Whether the answer is durable.</summary>
    internal bool IsWritten { get; private set; }

    /// <summary>Reads it from the request.</summary>
    public static ValueTask<AnswerMemory?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<AnswerMemory>());

    /// <inheritdoc/>
    public async ValueTask WriteAsync<T>(Transaction transaction, int status, T body)
    {
        var text = JsonSerializer.Serialize(body, ApiJson.Readable.GetTypeInfo(typeof(T))!);
        await store.CompleteAsync(
            transaction, request, new RememberedAnswer(status, protector.Protect(text), "application/json; charset=utf-8", null));
        transaction.AfterCommit(() => IsWritten = true);
    }
}

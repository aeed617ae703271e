using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>
/// Answers a repeated POST as the first was answered. A middleware and not an endpoint filter, because it needs the body as it came.
/// Answers are kept encrypted: one of them carries a key that is shown only once.
/// </summary>
internal sealed class IdempotencyMiddleware(
    RequestDelegate next, IIdempotencyStore store, ITransactions transactions, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // Longer than any request of ours runs: an older one without an answer was cut off with its process.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    private readonly IDataProtector _protector = protection.CreateProtector("idempotency");

    public async Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers[IdempotencyKey.Header];
        if (StringValues.IsNullOrEmpty(header) || context.GetEndpoint()?.Metadata.GetMetadata<IdempotentRoute>() is null)
        {
            await next(context);
            return;
        }

        if (IdempotencyKey.Parse(header.ToString()) is not { } key)
        {
            await Problem.Invalid(IdempotencyKey.Header, "A key has 8 to 128 visible characters.").ExecuteAsync(context);
            return;
        }

        var request = await IdempotencyKey.ReadAsync(context, key, context.RequestAborted);
        var known = await BeginAsync(request, context.RequestAborted);
        await (known.IsOurs ? RunAsync(context, request) : RepeatAsync(context, request, known));
    }

    private ValueTask<IdempotencyRecord> BeginAsync(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return transactions.WriteAsync(
            transaction => store.BeginAsync(transaction, request, now, now - Kept, now - LongestRun), cancellationToken);
    }

    private Task RepeatAsync(HttpContext context, IdempotentRequest request, IdempotencyRecord known)
    {
        if (!known.Fingerprint.AsSpan().SequenceEqual(request.Fingerprint))
        {
            return Problem.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-mismatch",
                "This key was used with another request.").ExecuteAsync(context);
        }

        return known.Answer is { } answer
            ? WriteAsync(context.Response, answer)
            : Problem.Of(StatusCodes.Status409Conflict, "idempotency-in-progress", "The first request with this key still runs.")
                .ExecuteAsync(context);
    }

    private async Task WriteAsync(HttpResponse response, RememberedAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.Body is { } body)
        {
            await response.WriteAsync(_protector.Unprotect(body));
        }
    }

    private async Task RunAsync(HttpContext context, IdempotentRequest request)
    {
        var client = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var memory = new AnswerMemory(store, _protector, request);
        context.Features.Set(memory);
        var remembered = false;
        try
        {
            await next(context);
            remembered = memory.IsWritten || await RememberAsync(context.Response, request, answer);
        }
        finally
        {
            context.Response.Body = client;
            if (!remembered)
            {
                await ReleaseAsync(request);
            }
        }

        answer.Position = 0;
        await answer.CopyToAsync(client, context.RequestAborted);
    }

    /// <summary>Not the client's token from here on: what was done is remembered, whether or not somebody still listens.</summary>
    private async ValueTask<bool> RememberAsync(HttpResponse response, IdempotentRequest request, MemoryStream body)
    {
        if (response.StatusCode is >= 500 or StatusCodes.Status429TooManyRequests)
        {
            return false;
        }

        var text = body.Length == 0 ? null : _protector.Protect(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
        var answer = new RememberedAnswer(response.StatusCode, text, response.ContentType, response.Headers.Location);
        return await transactions.WriteAsync(async transaction =>
        {
            await store.CompleteAsync(transaction, request, answer);
            return true;
        }, CancellationToken.None);
    }

    private ValueTask<bool> ReleaseAsync(IdempotentRequest request) => transactions.WriteAsync(async transaction =>
    {
        await store.ReleaseAsync(transaction, request);
        return true;
    }, CancellationToken.None);
}

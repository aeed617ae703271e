using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Api.Idempotency;

/// <summary>Which request: a key means something only together with who sent it and where.</summary>
public sealed record IdempotentRequest(OperatorId Caller, string Route, string Key, byte[] Fingerprint);

/// <summary>The answer the first request got.</summary>
public sealed record RememberedAnswer(int Status, string? Body, string? ContentType, string? Location);

/// <summary>What is known of a request: whether it is ours to run, and else what the first one sent and was told.</summary>
public sealed record IdempotencyRecord(bool IsOurs, byte[] Fingerprint, RememberedAnswer? Answer);

/// <summary>Remembers the answers to requests with an <c>Idempotency-Key</c>.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Takes the key, or says who has it. A record older than <paramref name="expired"/>, or unanswered since
    /// <paramref name="interrupted"/>, counts as none.
    /// </summary>
    ValueTask<IdempotencyRecord> BeginAsync(
        Transaction transaction, IdempotentRequest request, DateTimeOffset now, DateTimeOffset expired, DateTimeOffset interrupted);

    ValueTask CompleteAsync(Transaction transaction, IdempotentRequest request, RememberedAnswer answer);

    /// <summary>Gives the key back: the request failed in a way worth trying again.</summary>
    ValueTask ReleaseAsync(Transaction transaction, IdempotentRequest request);
}

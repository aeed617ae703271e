using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Answers by key, for a day.</summary>
internal sealed class IdempotencyStore : IIdempotencyStore
{
    private const string Same = "caller = @Caller AND route = @Route AND key = @Key";

    private const string ForgetOld = $"""
        DELETE FROM idempotency
        WHERE created_at < @expired OR ({Same} AND status IS NULL AND created_at < @interrupted)
        """;

    private const string TakeIfFree = """
        INSERT INTO idempotency (caller, route, key, fingerprint, created_at) VALUES (@Caller, @Route, @Key, @Fingerprint, @now)
        ON CONFLICT (caller, route, key) DO NOTHING
        """;

    private const string Find = $"SELECT fingerprint, status, body, content_type, location FROM idempotency WHERE {Same}";

    private const string Complete = $"""
        UPDATE idempotency SET status = @Status, body = @Body, content_type = @ContentType, location = @Location WHERE {Same}
        """;

    private const string Release = $"DELETE FROM idempotency WHERE {Same} AND status IS NULL";

    public async ValueTask<IdempotencyRecord> BeginAsync(
        Transaction transaction, IdempotentRequest request, DateTimeOffset now, DateTimeOffset expired, DateTimeOffset interrupted)
    {
        await transaction.ExecuteAsync(
            ForgetOld, new { request.Caller, request.Route, request.Key, expired, interrupted });
        var taken = await transaction.ExecuteAsync(
            TakeIfFree, new { request.Caller, request.Route, request.Key, request.Fingerprint, now });
        if (taken == 1)
        {
            return new IdempotencyRecord(true, request.Fingerprint, null);
        }

        var row = await transaction.FindAsync<Row>(Find, new { request.Caller, request.Route, request.Key });
        return new IdempotencyRecord(false, row!.Fingerprint, row.ToAnswer());
    }

    public async ValueTask CompleteAsync(Transaction transaction, IdempotentRequest request, RememberedAnswer answer)
    {
        await transaction.ExecuteAsync(
            Complete,
            new { request.Caller, request.Route, request.Key, answer.Status, answer.Body, answer.ContentType, answer.Location });
    }

    public async ValueTask ReleaseAsync(Transaction transaction, IdempotentRequest request)
    {
        await transaction.ExecuteAsync(Release, new { request.Caller, request.Route, request.Key });
    }

    private sealed record Row
    {
        public byte[] Fingerprint { get; init; } = [];

        public int? Status { get; init; }

        public string? Body { get; init; }

        public string? ContentType { get; init; }

        public string? Location { get; init; }

        public RememberedAnswer? ToAnswer() => Status is { } status ? new RememberedAnswer(status, Body, ContentType, Location) : null;
    }
}

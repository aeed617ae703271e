using Dapper;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>The journal's rows in PostgreSQL: a batch is one statement. HOT: measured by the intake benchmark.</summary>
internal sealed class PostgresJournalStore(PostgresDatabase database) : IJournalStore
{
    private const string Append = """
        INSERT INTO journal (channel_id, body, received_at)
        SELECT channel_id, body, received_at FROM unnest(@channels, @bodies, @times) WITH ORDINALITY AS request (channel_id, body, received_at, place)
        ORDER BY place
        RETURNING id
        """;

    private const string Remove = "DELETE FROM journal WHERE id = ANY(@ids)";

    private const string Page = "SELECT id, channel_id, body, received_at FROM journal WHERE id > @id ORDER BY id LIMIT @limit";

    // Their commits wait for each other at the row that numbers live events: more readers only make the batches smaller.
    /// <inheritdoc/>
    public int Partitions => 2;

    /// <inheritdoc/>
    public async ValueTask AppendAsync(IReadOnlyList<JournalRequest> requests) => await database.WriteAsync(async transaction =>
    {
        await using var command = transaction.Command(Append);
        command.Parameters.AddArray("channels", [.. requests.Select(request => request.ChannelId.Value)]);
        command.Parameters.AddArray("bodies", [.. requests.Select(request => request.Body)]);
        command.Parameters.AddArray("times", [.. requests.Select(request => request.ReceivedAt.ToMicros())]);
        await using var ids = await command.ExecuteReaderAsync();
        foreach (var request in requests)
        {
            await ids.ReadAsync();
            request.Id = ids.GetInt64(0);
        }

        return requests.Count;
    }, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<long> ids)
    {
        await using var command = transaction.Command(Remove);
        command.Parameters.AddArray("ids", [.. ids]);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRequest>> ListAsync(long id, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => (IReadOnlyList<JournalRequest>)
        [
            .. (await connection.QueryAsync<JournalRecord>(new CommandDefinition(Page, new { id, limit }, cancellationToken: cancellationToken)))
                .Select(record => record.ToRequest()),
        ], cancellationToken);
}

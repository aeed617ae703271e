using Dapper;
using Npgsql;
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

    // Their commits wait for each other at the row that numbers live events, and more readers make smaller batches, which cost more: one for
    // two processors, as the database works on the same message at the same time.
    /// <inheritdoc/>
    public int Partitions { get; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <inheritdoc/>
    public async ValueTask AppendAsync(IReadOnlyList<JournalRequest> requests)
    {
        // One statement is a transaction of its own, begun and committed in one round trip.
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Append, connection);
        command.Parameters.AddArray("channels", [.. requests.Select(request => request.ChannelId.Value)]);
        command.Parameters.AddArray("bodies", [.. requests.Select(request => request.Body)]);
        command.Parameters.AddArray("times", [.. requests.Select(request => request.ReceivedAt.ToMicros())]);
        await using var ids = await command.ExecuteReaderAsync();
        foreach (var request in requests)
        {
            await ids.ReadAsync();
            request.Id = ids.GetInt64(0);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<long> ids)
    {
        ((PostgresTransaction)transaction).AtCommit.Add(Remove).AddArray("ids", [.. ids]);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRequest>> ListAsync(long id, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => (IReadOnlyList<JournalRequest>)
        [
            .. (await connection.QueryAsync<JournalRecord>(new CommandDefinition(Page, new { id, limit }, cancellationToken: cancellationToken)))
                .Select(record => record.ToRequest()),
        ], cancellationToken);
}

using Dapper;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>The journal's rows in SQLite. HOT: measured by the intake benchmark.</summary>
internal sealed class SqliteJournalStore(SqliteDatabase database) : IJournalStore
{
    private const string Page = """
        SELECT id, channel_id, body, received_at FROM journal WHERE id > @id ORDER BY id LIMIT @limit
        """;

    /// <inheritdoc/>
    public int Partitions => 1;

    /// <inheritdoc/>
    public ValueTask AppendAsync(Transaction transaction, IReadOnlyList<JournalRequest> requests)
    {
        var insert = database.Statement("INSERT INTO journal (channel_id, body, received_at) VALUES (?, ?, ?)");
        foreach (var request in requests)
        {
            insert.Bind(request.ChannelId.Value).Bind(request.Body.Span).Bind(request.ReceivedAt).Run();
            request.Id = insert.LastRow;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<long> ids)
    {
        // Usually they follow each other: one statement then takes them all.
        for (var (from, to) = (0, 0); from < ids.Count; from = ++to)
        {
            while (to + 1 < ids.Count && ids[to + 1] == ids[to] + 1)
            {
                to++;
            }

            database.Statement("DELETE FROM journal WHERE id BETWEEN ? AND ?").Bind(ids[from]).Bind(ids[to]).Run();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRequest>> ListAsync(long id, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => (IReadOnlyList<JournalRequest>)
        [
            .. (await connection.QueryAsync<JournalRecord>(Page, new { id, limit })).Select(record => record.ToRequest()),
        ], cancellationToken);
}

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
        var remove = database.Statement("DELETE FROM journal WHERE id = ?");
        foreach (var id in ids)
        {
            remove.Bind(id).Run();
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

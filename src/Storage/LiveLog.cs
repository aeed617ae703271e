using Dapper;
using Rozmova.Storage.Postgres;
using Rozmova.Workspace.Live;

namespace Rozmova.Storage;

/// <summary>Reads the numbered log of pushes. Commits write it (see <see cref="Database"/>).</summary>
internal sealed class LiveLog(Database database) : ILiveLog
{
    private const string Rows = """
        SELECT first_seq, at, changes FROM live_event WHERE last_seq > @after AND first_seq <= @until ORDER BY last_seq
        """;

    private const string Next = "SELECT first_seq FROM live_event WHERE last_seq > @after ORDER BY last_seq LIMIT 1";

    private const string Trim = "DELETE FROM live_event WHERE last_seq <= (SELECT value FROM live_sequence) - @keep";

    /// <inheritdoc/>
    public bool IsShared => database is PostgresDatabase;

    /// <inheritdoc/>
    public ValueTask<long> ReadLastAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>("SELECT value FROM live_sequence"), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long?> ReadOldestAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long?>("SELECT min(first_seq) FROM live_event"), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long?> ReadNextAsync(long after, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long?>(Next, new { after }) is { } first ? Math.Max(first, after + 1) : (long?)null,
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LiveLogRow>> ReadAsync(long after, long until, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<LiveLogRow>)
        [
            .. (await connection.QueryAsync<Record>(Rows, new { after, until }))
                .SelectMany(record => StoredChanges.Decode(record.FirstSeq, record.At, record.Changes))
                .Where(row => row.Seq > after && row.Seq <= until),
        ], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask TrimAsync(long keep, CancellationToken cancellationToken) => await database.WriteAsync(
        async transaction => await transaction.Sql().Connection.ExecuteAsync(Trim, new { keep }, transaction.Sql().Inner), cancellationToken);

    private sealed class Record
    {
        public long FirstSeq { get; init; }

        public DateTimeOffset At { get; init; }

        public byte[] Changes { get; init; } = [];
    }
}

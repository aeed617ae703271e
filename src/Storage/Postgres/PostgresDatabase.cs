using System.Data.Common;
using Dapper;
using Npgsql;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>The engine for large installations and for several nodes.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>Any number, as long as every version of the program uses the same.</summary>
    private const long MigrationLock = 7_607_969_651;

    // The last statement before every commit that publishes: the row lock orders commits as it orders the numbers, so a reader that
    // has seen number n has seen everything before it. One round trip with the commit, because everybody else waits for it.
    private const string Number = """
        WITH number AS (UPDATE live_sequence SET value = value + @count WHERE one = 1 RETURNING value),
             noted AS (INSERT INTO live_event (last_seq, first_seq, at, changes) SELECT value, value - @count + 1, @now, @changes FROM number)
        SELECT value FROM number
        """;

    /// <summary>Seconds of silence after which a connection that only listens is asked whether it still lives.</summary>
    private const int AskedAfter = 10;

    private readonly NpgsqlDataSource _source;
    private readonly string _connectionString;
    private readonly TimeProvider _time;
    private long _published;

    public PostgresDatabase(string connectionString, TimeProvider time)
    {
        SqlTypes.Register();
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            ApplicationName = "rozmova",
            NoResetOnClose = true, // nothing here sets anything for longer than a transaction
        };
        _source = NpgsqlDataSource.Create(settings);
        _connectionString = connectionString;
        _time = time;
    }

    /// <summary>How much was published by this process.</summary>
    internal long Published => Interlocked.Read(ref _published);

    /// <summary>For the stores that speak to Npgsql directly.</summary>
    internal NpgsqlDataSource Source => _source;

    /// <summary>A connection beside the pool, for who waits on it for good.</summary>
    internal async ValueTask<NpgsqlConnection> OpenAloneAsync(string name, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false, KeepAlive = AskedAfter, ApplicationName = name };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <inheritdoc/>
    protected override string Engine => "Postgres";

    /// <inheritdoc/>
    public override string ForUpdate => "FOR UPDATE";

    /// <inheritdoc/>
    public override string AmongIds(string column, string parameter) => $"{column} = ANY({parameter})";

    /// <inheritdoc/>
    public override object IdArray(IEnumerable<Guid> ids) => ids.ToArray();

    /// <inheritdoc/>
    public override string MessageMatches => "to_tsvector('simple', coalesce(m.body, '')) @@ to_tsquery('simple', @words)";

    /// <inheritdoc/>
    public override string ContactMatches(string contactId, string words) => $"""
        {contactId} IN (SELECT coalesce(merged_into, id) FROM contact WHERE to_tsvector('simple', coalesce(name, '') || ' ' || coalesce(username, '')) @@ to_tsquery('simple', {words}))
        """;

    /// <inheritdoc/>
    public override string BytesContain(string column, string parameter) => $"position({parameter} IN {column}) > 0";

    /// <inheritdoc/>
    public override async ValueTask ScrubAsync(CancellationToken cancellationToken) => await ReadAsync(
        async connection => await connection.ExecuteAsync(new CommandDefinition(
            "VACUUM message, contact, identity, conversation, contact_note, contact_value, quarantine, idempotency, media",
            commandTimeout: 0, cancellationToken: cancellationToken)),
        cancellationToken);

    /// <inheritdoc/>
    public override string? SearchWords(string typed)
    {
        var words = Storage.SearchWords.Split(typed);
        return words.Count == 0 ? null : string.Join(" & ", words.Select(word => $"'{word}':*"));
    }

    /// <inheritdoc/>
    public override async ValueTask<T> ReadAsync<T>(Func<DbConnection, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        return await read(connection);
    }

    /// <inheritdoc/>
    public override async ValueTask<T> WriteAsync<T>(Func<Transaction, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var inner = await connection.BeginTransactionAsync(cancellationToken);
        var transaction = new PostgresTransaction(connection, inner);
        var result = await work(transaction);
        var first = await CommitAsync(transaction);
        transaction.RunAfterCommit();
        transaction.RunAfterSync(); // a commit that did not wait took its journal rows with it: both are there, or neither
        if (transaction.Changes.Count > 0)
        {
            Interlocked.Add(ref _published, transaction.Changes.Count);
            Listener?.Committed(first, transaction.Changes);
        }

        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction);
        var applied = await Migrations.ApplyAsync(connection, transaction, Engine);
        await transaction.CommitAsync(cancellationToken);
        return applied;
    }

    /// <inheritdoc/>
    public override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken) =>
        "PostgreSQL " + await ReadAsync(async connection => await connection.ExecuteScalarAsync<string>("SHOW server_version"), cancellationToken);

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    /// <summary>Returns the number of the first change.</summary>
    private async ValueTask<long> CommitAsync(PostgresTransaction transaction)
    {
        await using var batch = transaction.AtCommit;
        var changes = transaction.Changes;
        if (changes.Count > 0)
        {
            var number = batch.Add(Number);
            number.AddWithValue("count", (long)changes.Count);
            number.AddWithValue("now", _time.GetUtcNow().ToMicros());
            number.AddWithValue("changes", StoredChanges.Encode(changes));
        }

        batch.Add("COMMIT");
        await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None); // once asked for, the answer is worth waiting for
        var last = await rows.ReadAsync() ? rows.GetInt64(0) : 0;
        await rows.NextResultAsync();
        return last - changes.Count + 1;
    }
}

using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// The embedded engine. SQLite has one writer at a time, so there is one: transactions queue up and share commits (group commit).
/// One that fails takes no other with it. A commit is synced before its writers hear of it, unless all of it is repeatable: what the
/// pipeline writes is in the journal until a later sync. HOT: measured by the intake benchmark.
/// </summary>
public sealed class SqliteDatabase : Database
{
    /// <summary>Transactions in one commit at most: bounds how long the first waits for the last.</summary>
    private const int MostPerCommit = 256;

    // Live numbers of commits that were pushed and then lost in a power cut must not be given again.
    private const string SkipNumbers = "UPDATE live_sequence SET value = value + 1000000";

    // Full means 4,096 callers wait already; the next wait for a place, nobody is turned away.
    private readonly Channel<SqliteWrite> _queue = Channel.CreateBounded<SqliteWrite>(
        new BoundedChannelOptions(4096) { SingleReader = true });

    private readonly Dictionary<string, SqliteStatement> _statements = [];
    private readonly SqliteReaders _readers;
    private readonly SqliteConnection _connection;
    private readonly SqliteSync _sync;
    private readonly SqliteCheckpoints _checkpoints;
    private readonly TimeProvider _time;
    private readonly string _dataFolder;
    private Task _writer = Task.CompletedTask;
    private SqliteLiveLog? _liveLog;
    private DataFolderLock? _lock;

    public SqliteDatabase(string dataFolder, TimeProvider time)
    {
        SqlTypes.Register();
        SqliteLibrary.Load();
        Directory.CreateDirectory(dataFolder);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "rozmova.db"),
            Pooling = false,
        }.ToString();
        _time = time;
        _dataFolder = dataFolder;
        _connection = new SqliteConnection(connectionString);
        _readers = new SqliteReaders(connectionString);
        _sync = new SqliteSync(Path.Combine(dataFolder, "rozmova.db-wal"), time);
        _checkpoints = new SqliteCheckpoints(_connection, connectionString, time);
    }

    /// <inheritdoc/>
    protected override string Engine => "Sqlite";

    /// <inheritdoc/>
    public override string ForUpdate => ""; // the one writer sees nobody change what it reads

    /// <inheritdoc/>
    public override string AmongIds(string column, string parameter) => $"{column} IN {parameter}";

    /// <inheritdoc/>
    public override object IdArray(IEnumerable<Guid> ids) => ids.Select(id => id.ToByteArray(bigEndian: true)).ToArray();

    /// <inheritdoc/>
    public override string MessageMatches => "m.row IN (SELECT rowid FROM message_text WHERE message_text MATCH @words)";

    /// <inheritdoc/>
    public override string ContactMatches(string contactId, string words) =>
        $"""
        {contactId} IN (SELECT coalesce(p.merged_into, p.id) FROM contact_text t JOIN contact p ON p.id = t.contact_id WHERE contact_text MATCH {words})
        """;

    /// <inheritdoc/>
    public override string BytesContain(string column, string parameter) => $"instr({column}, {parameter}) > 0";

    /// <inheritdoc/>
    public override ValueTask ScrubAsync(CancellationToken cancellationToken) => SqliteScrub.RunAsync(_dataFolder, cancellationToken);

    /// <inheritdoc/>
    public override string ForgetMessageWords(string condition) => SqliteMessageWords.Forget(condition);

    /// <inheritdoc/>
    public override string IndexMessageWords(string condition) => SqliteMessageWords.Index(condition);

    /// <inheritdoc/>
    public override string IndexContactWords => """
        DELETE FROM contact_text WHERE contact_id = @Id;
        INSERT INTO contact_text (name, username, contact_id) SELECT name, username, id FROM contact WHERE id = @Id;
        """;

    /// <inheritdoc/>
    public override string? SearchWords(string typed)
    {
        var words = Storage.SearchWords.Split(typed);
        return words.Count == 0 ? null : string.Join(' ', words.Select(word => $"\"{word}\"*"));
    }

    /// <inheritdoc/>
    public override ValueTask<T> ReadAsync<T>(Func<DbConnection, ValueTask<T>> read, CancellationToken cancellationToken) =>
        _readers.ReadAsync(read, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<T> WriteAsync<T>(Func<Transaction, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite<T>(work, cancellationToken);
        await _queue.Writer.WriteAsync(write, cancellationToken);
        return await write.Completion;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        if (_connection.State == System.Data.ConnectionState.Open)
        {
            return [];
        }

        _lock = DataFolderLock.Take(_dataFolder);
        var crashed = _sync.WasCutOff;
        await _connection.OpenAsync(cancellationToken);
        await _connection.ExecuteAsync(SqlitePragmas.Writer);
        IReadOnlyList<string> applied;
        await using (var transaction = _connection.BeginTransaction(deferred: false))
        {
            applied = await Migrations.ApplyAsync(_connection, transaction, Engine);
            if (crashed)
            {
                await _connection.ExecuteAsync(SkipNumbers, transaction: transaction);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        _liveLog = new SqliteLiveLog(_connection);
        _sync.Open();
        _checkpoints.Open();
        _writer = Task.Run(WriteLoopAsync, CancellationToken.None);
        return applied;
    }

    /// <inheritdoc/>
    public override async ValueTask ReleaseMemoryAsync(CancellationToken cancellationToken)
    {
        _readers.ReleaseMemory();
        await WriteAsync(Resting, cancellationToken);
    }

    /// <summary>A statement of the writer, prepared once and ready to be bound. Only inside a transaction, and no other statement of the same text with it.</summary>
    internal SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new SqliteStatement(_connection, sql));
        }

        return statement.Begin();
    }

    /// <inheritdoc/>
    public override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken) =>
        "SQLite " + await ReadAsync(async connection => await connection.ExecuteScalarAsync<string>("SELECT sqlite_version()"), cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _liveLog?.Dispose();
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _readers.Dispose();
        await _checkpoints.DisposeAsync();
        await _connection.DisposeAsync();
        _sync.Dispose();
        _lock?.Dispose();
    }

    private async Task WriteLoopAsync()
    {
        var group = new List<SqliteWrite>(MostPerCommit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostPerCommit && _queue.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            await CommitAsync(group);
        }
    }

    /// <summary>
    /// All in one commit. Failures are rare, so there are no savepoints, which cost a copy of every page: when one fails, each runs again
    /// in a commit of its own, and fails alone.
    /// </summary>
    private async ValueTask CommitAsync(List<SqliteWrite> group)
    {
        if (await TryCommitAsync(group) is not { } failure)
        {
            return;
        }

        foreach (var write in group)
        {
            if ((group.Count == 1 ? failure : await TryCommitAsync([write])) is { } own)
            {
                write.Fail(own);
            }
        }
    }

    private async ValueTask<Exception?> TryCommitAsync(List<SqliteWrite> group)
    {
        long first;
        try
        {
            Execute("BEGIN IMMEDIATE");
            foreach (var write in group)
            {
                write.Transaction = new SqlTransaction(_connection, null);
                await write.RunAsync(write.Transaction);
            }

            first = _liveLog!.Append(group.SelectMany(write => write.Transaction!.Changes), _time.GetUtcNow());
            Execute("COMMIT");
        }
        catch (Exception exception) // a mistake of one write, a full disk, an I/O error: the caller tells whom it concerns
        {
            RollBack();
            return exception;
        }

        Finish(group);
        Announce(first, group);
        _checkpoints.Committed();
        return null;
    }

    private void Finish(List<SqliteWrite> group)
    {
        try
        {
            _sync.Committed([.. group.Select(write => write.Transaction!)]);
        }
        catch (IOException exception) // committed, but perhaps not for good: the writers hear of it, and nothing is done twice
        {
            group.ForEach(write => write.Fail(exception));
            return;
        }

        group.ForEach(write => write.Succeed());
    }

    private void Announce(long first, List<SqliteWrite> group)
    {
        foreach (var write in group)
        {
            if (write.Transaction!.Changes is { Count: > 0 } changes)
            {
                Listener?.Committed(first, changes);
                first += changes.Count;
            }
        }
    }

    private void RollBack()
    {
        try
        {
            Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite already rolled back by itself, as it does on a full disk.
        }
    }

    private ValueTask<bool> Resting(Transaction transaction)
    {
        transaction.AfterCommit(_checkpoints.Rest);
        return ValueTask.FromResult(true);
    }

    private void Execute(string sql)
    {
        var code = SQLitePCL.raw.sqlite3_exec(_connection.Handle, sql);
        if (code != SQLitePCL.raw.SQLITE_OK)
        {
            throw new SqliteException(SQLitePCL.raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), code);
        }
    }
}

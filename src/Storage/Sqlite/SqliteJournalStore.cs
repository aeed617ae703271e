using Dapper;
using Microsoft.Data.Sqlite;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// The journal's rows in a SQLite file of their own, so that what comes in never waits for the writer that files it. The two files share
/// no commit: a row goes only after what it brought is on the disk, and a crash between the two replays it, which changes nothing.
/// HOT: measured by the intake benchmark.
/// </summary>
internal sealed class SqliteJournalStore : IJournalStore, IDisposable
{
    private const string Create = """
        CREATE TABLE IF NOT EXISTS journal (
            id          INTEGER PRIMARY KEY,
            channel_id  BLOB NOT NULL,
            body        BLOB NOT NULL,
            received_at INTEGER NOT NULL
        )
        """;

    private const string Page = "SELECT id, channel_id, body, received_at FROM journal WHERE id > @id ORDER BY id LIMIT @limit";

    // A quiet shop's last message is not kept in the raw until the next one comes.
    private static readonly TimeSpan TidyAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<long> _done = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _remove;
    private readonly ITimer _tidy;
    private bool _closed;

    /// <summary>Opens the file; the database holds the folder before anything is appended.</summary>
    public SqliteJournalStore(string dataFolder, TimeProvider time)
    {
        SqliteLibrary.Load();
        SqlTypes.Register();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, "journal.db"),
            Pooling = false,
        }.ToString());
        _connection.Open();
        _connection.Execute(SqlitePragmas.Journal + Create);
        _insert = new SqliteStatement(_connection, "INSERT INTO journal (channel_id, body, received_at) VALUES (?, ?, ?)");
        _remove = new SqliteStatement(_connection, "DELETE FROM journal WHERE id BETWEEN ? AND ?");
        _tidy = time.CreateTimer(_ => Tidy(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public int Partitions => 1;

    /// <inheritdoc/>
    public ValueTask AppendAsync(IReadOnlyList<JournalRequest> requests)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Commit(requests);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<long> ids)
    {
        transaction.AfterSync(() =>
        {
            lock (_gate)
            {
                _done.AddRange(ids);
                if (!_closed)
                {
                    _tidy.Change(TidyAfter, Timeout.InfiniteTimeSpan);
                }
            }
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRequest>> ListAsync(long id, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalRequest>>(
                [.. _connection.Query<JournalRecord>(Page, new { id, limit }).Select(record => record.ToRequest())]);
        }
    }

    public void Dispose()
    {
        Tidy();
        lock (_gate)
        {
            _closed = true;
            _tidy.Dispose();
            _insert.Dispose();
            _remove.Dispose();
            _connection.Dispose();
        }
    }

    private void Tidy()
    {
        lock (_gate)
        {
            if (_closed || _done.Count == 0)
            {
                return;
            }

            try
            {
                Commit([]);
            }
            catch (SqliteException)
            {
                // They stay until the next append, which meets the same trouble and has somebody to tell.
            }
        }
    }

    private void Commit(IReadOnlyList<JournalRequest> requests)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        RemoveDone();
        foreach (var request in requests)
        {
            _insert.Begin().Bind(request.ChannelId.Value).Bind(request.Body.Span).Bind(request.ReceivedAt).Run();
            request.Id = _insert.LastRow;
        }

        transaction.Commit();
        _done.Clear();
    }

    /// <summary>Usually they follow each other: one statement then takes them all.</summary>
    private void RemoveDone()
    {
        _done.Sort();
        for (var (from, to) = (0, 0); from < _done.Count; from = ++to)
        {
            while (to + 1 < _done.Count && _done[to + 1] == _done[to] + 1)
            {
                to++;
            }

            _remove.Begin().Bind(_done[from]).Bind(_done[to]).Run();
        }
    }
}

using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// Moves the log into the database file beside the writer, which would otherwise stand still for it, a tenth of a second at a time. A
/// connection of its own copies the bulk while the writer goes on; the writer then copies the little that came meanwhile, after which
/// SQLite begins the log anew. HOT: measured by the end-to-end benchmark.
/// </summary>
internal sealed class SqliteCheckpoints(SqliteConnection writer, string connectionString, TimeProvider time) : IAsyncDisposable
{
    /// <summary>
    /// Pages (4 KiB) in the log before it is moved, rather than SQLite's 1,000: the same hot pages are then written back once instead of many
    /// times, the writer's part falls to fewer messages than one in a hundred, and the log still replays at once.
    /// </summary>
    private const int LongLog = 32_000;

    /// <summary>A writer faster than the copying is not run after for ever.</summary>
    private const int MostRounds = 5;

    /// <summary>What is written during such a round the writer copies itself without anybody noticing.</summary>
    private static readonly TimeSpan ShortRound = TimeSpan.FromMilliseconds(4);

    private readonly SqliteConnection _copier = new(connectionString);
    private Task? _copying;

    /// <summary>Takes the writer's log into care.</summary>
    public void Open()
    {
        _copier.Open();
        _copier.ExecuteScalar<long>("PRAGMA schema_version"); // one that has never read knows of no log and copies nothing, without a word
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
    }

    /// <summary>After a commit, on the writer's thread.</summary>
    public void Committed()
    {
        if (_copying is { IsCompleted: true })
        {
            BeginAnew();
            _copying = null;
        }
        else if (_copying is null && CountPages(reset: false) >= LongLog)
        {
            _copying = Task.Run(CopyBulk);
        }
    }

    /// <summary>On the writer's thread, when it has nothing else to do: begins the log anew, however short it is, and gives its pages back.</summary>
    public void Rest()
    {
        BeginAnew();
        writer.Execute(SqlitePragmas.ReleaseMemory);
    }

    public async ValueTask DisposeAsync()
    {
        await (_copying ?? Task.CompletedTask);
        await _copier.DisposeAsync();
    }

    private void BeginAnew()
    {
        Copy(writer);
        CountPages(reset: true);
    }

    /// <summary>Each round copies what came during the one before, until that is little.</summary>
    private void CopyBulk()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var began = time.GetTimestamp();
            if (!Copy(_copier) || time.GetElapsedTime(began) <= ShortRound)
            {
                return;
            }
        }
    }

    /// <summary>False when it failed: it is tried again when the log has grown, as SQLite itself does.</summary>
    private static bool Copy(SqliteConnection connection) =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _) == raw.SQLITE_OK;

    /// <summary>Pages the writer has added since they were last counted from zero.</summary>
    private int CountPages(bool reset)
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, reset ? 1 : 0);
        return pages;
    }
}

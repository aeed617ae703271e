using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// Moves the log into the database file beside the writer, which would otherwise stand still for it, a tenth of a second at a time. A
/// connection of its own copies the bulk while the writer goes on; the writer then copies the little that came meanwhile, after which
/// SQLite begins the log anew. HOT: measured by the end-to-end benchmark.
/// </summary>
internal sealed class SqliteCheckpoints(SqliteConnection writer, string connectionString) : IAsyncDisposable
{
    /// <summary>
    /// Pages (4 KiB) in the log before it is moved, rather than SQLite's 1,000: the same hot pages are then written back once instead of many
    /// times, and the log still replays at once.
    /// </summary>
    private const int LongLog = 16_000;

    /// <summary>Pages the writer copies itself without anybody noticing.</summary>
    private const int ShortRest = 500;

    /// <summary>A writer faster than the copying is not run after for ever.</summary>
    private const int MostRounds = 4;

    private readonly SqliteConnection _copier = new(connectionString);
    private Task? _copying;

    /// <summary>Takes the writer's log into care.</summary>
    public void Open()
    {
        _copier.Open();
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
    }

    /// <summary>After a commit, on the writer's thread.</summary>
    public void Committed()
    {
        if (_copying is { IsCompleted: true })
        {
            Copy(writer);
            CountPages(reset: true);
            _copying = null;
        }
        else if (_copying is null && CountPages(reset: false) >= LongLog)
        {
            _copying = Task.Run(CopyBulk);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_copying ?? Task.CompletedTask);
        await _copier.DisposeAsync();
    }

    private void CopyBulk()
    {
        for (var round = 0; round < MostRounds && Copy(_copier) > ShortRest; round++)
        {
        }
    }

    /// <summary>Returns how many pages of the log are left. One that fails is tried again when the log has grown, as SQLite itself does.</summary>
    private static int Copy(SqliteConnection connection) =>
        raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out var copied) == raw.SQLITE_OK
            ? pages - copied
            : 0;

    /// <summary>Pages the writer has added since they were last counted from zero.</summary>
    private int CountPages(bool reset)
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, reset ? 1 : 0);
        return pages;
    }
}

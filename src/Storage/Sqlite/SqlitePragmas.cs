namespace Rozmova.Storage.Sqlite;

/// <summary>How the connections are set up.</summary>
internal static class SqlitePragmas
{
    /// <summary>
    /// The writer: WAL, synced by <see cref="SqliteDatabase"/> itself, which knows what may wait for it (NORMAL). Checkpoints every 16,000 pages (64 MB)
    /// rather than 1,000: the same hot pages are then written back once instead of many times, and the WAL still replays at once.
    /// </summary>
    public const string Writer = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA cache_size = -32000;
        PRAGMA temp_store = MEMORY;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 30000;
        """;

    /// <summary>The journal: a sync at every commit, because a 200 promises durability; its rows live for milliseconds, so it stays small.</summary>
    public const string Journal = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -8000;
        PRAGMA temp_store = MEMORY;

        """;

    /// <summary>The readers.</summary>
    public const string Reader = """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -4000;
        PRAGMA temp_store = MEMORY;
        PRAGMA busy_timeout = 30000;
        """;
}

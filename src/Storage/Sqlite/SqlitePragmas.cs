namespace Rozmova.Storage.Sqlite;

/// <summary>How the connections are set up.</summary>
internal static class SqlitePragmas
{
    /// <summary>
    /// The writer: WAL, synced by <see cref="SqliteSync"/>, which knows what may wait for it (NORMAL), and moved into the database by
    /// <see cref="SqliteCheckpoints"/>.
    /// </summary>
    public const string Writer = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA cache_size = -32000;
        PRAGMA temp_store = MEMORY;
        PRAGMA foreign_keys = ON;
        PRAGMA busy_timeout = 30000;
        """;

    /// <summary>
    /// The journal: a sync at every commit, because a 200 promises durability; its rows live for milliseconds, so it stays small, and its
    /// own checkpoints are short.
    /// </summary>
    public const string Journal = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 4000;
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

    /// <summary>Gives back the pages a connection keeps.</summary>
    public const string ReleaseMemory = "PRAGMA shrink_memory";
}

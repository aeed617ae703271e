using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Rozmova.Bench.Bare;

/// <summary>One writer, WAL, a sync at every commit; nothing between us and the library.</summary>
internal sealed class SqliteSink : ISink
{
    private static readonly Lock Gate = new();
    private static bool _loaded;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;

    public SqliteSink(string folder)
    {
        LoadLibrary();
        Check(raw.sqlite3_open(Path.Combine(folder, "bare.db"), out _database));
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("PRAGMA wal_autocheckpoint = 4000");
        Execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        Check(raw.sqlite3_prepare_v2(_database, "INSERT INTO entry (body) VALUES (?)", out _insert));
    }

    /// <summary>The operating system's own, as the program uses it.</summary>
    public static void LoadLibrary()
    {
        lock (Gate)
        {
            if (!_loaded)
            {
                NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
                raw.SetProvider(new SQLite3Provider_e_sqlite3());
                Check(raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD));
                Check(raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0));
                _loaded = true;
            }
        }
    }

    public ValueTask CommitAsync(IReadOnlyList<byte[]> bodies)
    {
        Execute("BEGIN IMMEDIATE");
        foreach (var body in bodies)
        {
            Check(raw.sqlite3_bind_blob(_insert, 1, body));
            Check(raw.sqlite3_step(_insert));
            Check(raw.sqlite3_reset(_insert));
        }

        Execute("COMMIT");
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _database.Dispose();
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" ? NativeLibrary.Load("libsqlite3.so.0", assembly, path) : 0;

    private void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    private static void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new IOException($"SQLite answered {code}.");
        }
    }
}

using System.Runtime.InteropServices;

namespace Rozmova.Storage.Sqlite;

/// <summary>Finds the operating system's SQLite. Its own package would be years older and is not needed.</summary>
internal static class SqliteLibrary
{
    /// <summary>What calls into it name; found by us, not by the loader.</summary>
    public const string Name = "e_sqlite3";

    private static readonly Lock Gate = new();
    private static bool _loaded;

    /// <summary>Loads it once per process. Throws with the remedy when it is not there.</summary>
    public static void Load()
    {
        lock (Gate)
        {
            if (_loaded)
            {
                return;
            }

            NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
            NativeLibrary.SetDllImportResolver(typeof(SqliteLibrary).Assembly, Resolve);
            SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());

            // No two threads use a connection at once, so its locks are not needed; nor are the statistics that lock every allocation.
            _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
            _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
            _loaded = true;
        }
    }

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
        {
            return 0;
        }

        foreach (var candidate in (string[])["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"])
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException("SQLite is not installed. On Debian or Ubuntu: apt-get install libsqlite3-0");
    }
}

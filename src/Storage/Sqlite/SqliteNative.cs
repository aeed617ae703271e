using System.Runtime.InteropServices;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// The few calls there are dozens of for every message, straight to the library: none of them waits or takes long, so the runtime need not
/// prepare for either. The caller keeps the statement alive. HOT: measured by the intake benchmark.
/// </summary>
internal static class SqliteNative
{
    [DllImport(SqliteLibrary.Name, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int BindInt64(nint statement, int place, long value);

    [DllImport(SqliteLibrary.Name, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static extern int BindNull(nint statement, int place);

    [DllImport(SqliteLibrary.Name, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static extern long ColumnInt64(nint statement, int column);

    [DllImport(SqliteLibrary.Name, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static extern int ColumnType(nint statement, int column);
}

using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// A prepared statement of the writer, without the driver's parameter objects in between: on the hot path they cost more
/// than the insert itself. HOT: measured by the intake benchmark. Not for more than one thread.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle; // the same, lives as long
    private int _next = 1;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement!));
        _handle = _statement.DangerousGetHandle();
    }

    /// <summary>Ready to be bound from the first place, whatever its last user left.</summary>
    public SqliteStatement Begin()
    {
        _next = 1;
        return this;
    }

    public SqliteStatement Bind(long value)
    {
        Check(SqliteNative.BindInt64(_handle, _next++, value));
        return this;
    }

    public SqliteStatement Bind(long? value) => value is { } number ? Bind(number) : BindNull();

    public SqliteStatement Bind(bool value) => Bind(value ? 1L : 0L);

    public SqliteStatement Bind(DateTimeOffset value) => Bind(value.ToMicros());

    public SqliteStatement Bind(DateTimeOffset? value) => value is { } time ? Bind(time.ToMicros()) : BindNull();

    public SqliteStatement Bind(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, _next++, value));
        return this;
    }

    public SqliteStatement Bind(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(bytes);
    }

    public SqliteStatement Bind(Guid? value) => value is { } id ? Bind(id) : BindNull();

    public SqliteStatement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        Span<byte> utf8 = value.Length <= 170 ? stackalloc byte[512] : new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        Check(raw.sqlite3_bind_text(_statement, _next++, utf8[..Encoding.UTF8.GetBytes(value, utf8)]));
        return this;
    }

    /// <summary>The row the connection added last. Cheaper than RETURNING, which fills a table of its own.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_database);

    /// <summary>Runs a statement that gives no row. Returns how many rows it changed.</summary>
    public int Run()
    {
        var code = raw.sqlite3_step(_statement);
        Reset();
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Moves to the next row; false at the end, after which it is ready to be bound again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Ends reading before the last row.</summary>
    public void Reset()
    {
        // The answer repeats the error of the last step, which was checked there.
        _ = raw.sqlite3_reset(_statement);
        _next = 1;
    }

    public bool IsNull(int column) => SqliteNative.ColumnType(_handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => SqliteNative.ColumnInt64(_handle, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public Guid Guid(int column) => new(raw.sqlite3_column_blob(_statement, column), bigEndian: true);

    public DateTimeOffset Time(int column) => SqlTypes.FromMicros(Long(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => _statement.Dispose();

    private SqliteStatement BindNull()
    {
        Check(SqliteNative.BindNull(_handle, _next++));
        return this;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errmsg(_database).utf8_to_string(), code);
        }
    }
}

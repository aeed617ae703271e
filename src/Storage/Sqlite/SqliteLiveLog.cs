using Microsoft.Data.Sqlite;
using Rozmova.Workspace.Live;

namespace Rozmova.Storage.Sqlite;

/// <summary>Numbers what a commit publishes and notes it, inside that commit.</summary>
internal sealed class SqliteLiveLog : IDisposable
{
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _advance;
    private long _last;

    public SqliteLiveLog(SqliteConnection connection)
    {
        _insert = new SqliteStatement(connection, "INSERT INTO live_event (seq, type, subject, at) VALUES (?, ?, ?, ?)");
        _advance = new SqliteStatement(connection, "UPDATE live_sequence SET value = ?");
        using var read = new SqliteStatement(connection, "SELECT value FROM live_sequence");
        _last = read.Step() ? read.Long(0) : 0;
        read.Reset();
    }

    /// <summary>Returns the number of the first change.</summary>
    public long Append(IEnumerable<LiveChange> changes, DateTimeOffset now)
    {
        var first = _last + 1;
        var seq = _last;
        foreach (var change in changes)
        {
            _insert.Bind(++seq).Bind((long)change.Type).Bind(change.Subject).Bind(now).Run();
        }

        if (seq > _last)
        {
            _advance.Bind(seq).Run();
        }

        // A commit that fails after this leaves a gap in the numbers, which promises nothing but growth.
        _last = seq;
        return first;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _advance.Dispose();
    }
}

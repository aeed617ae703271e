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
        _insert = new SqliteStatement(connection, "INSERT INTO live_event (last_seq, first_seq, at, changes) VALUES (?, ?, ?, ?)");
        _advance = new SqliteStatement(connection, "UPDATE live_sequence SET value = ?");
        using var read = new SqliteStatement(connection, "SELECT value FROM live_sequence");
        _last = read.Step() ? read.Long(0) : 0;
        read.Reset();
    }

    /// <summary>Returns the number of the first change.</summary>
    public long Append(IEnumerable<LiveChange> published, DateTimeOffset now)
    {
        LiveChange[] changes = [.. published];
        var first = _last + 1;
        if (changes.Length > 0)
        {
            // A commit that fails after this leaves a gap in the numbers, which promise nothing but growth.
            _last += changes.Length;
            _insert.Bind(_last).Bind(first).Bind(now).Bind(StoredChanges.Encode(changes)).Run();
            _advance.Bind(_last).Run();
        }

        return first;
    }

    public void Dispose()
    {
        _insert.Dispose();
        _advance.Dispose();
    }
}

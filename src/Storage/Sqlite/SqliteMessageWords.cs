namespace Rozmova.Storage.Sqlite;

/// <summary>
/// The full-text index of messages. Each commit adds a part to it, and parts have to be joined. SQLite would join some hundred pages at
/// once, which keeps the writer 20 to 40 ms; here each batch joins a little. HOT: measured by the end-to-end benchmark.
/// </summary>
internal sealed class SqliteMessageWords(SqliteDatabase database)
{
    private const string Insert = "INSERT INTO message_text (rowid, body) VALUES (?, ?)";

    private const string Join = "INSERT INTO message_text (message_text, rank) VALUES ('merge', ?)";

    /// <summary>Messages whose words fill a page, about.</summary>
    private const int MessagesOnPage = 40;

    /// <summary>How often a page is joined before it is where it stays, about: the index has so many levels.</summary>
    private const int Levels = 4;

    /// <summary>Joining so many pages takes about a millisecond; fewer are not worth the call.</summary>
    private const int PagesAtOnce = 16;

    private int _added;
    private int _owed;

    // Indexed is what has words, so nothing is taken out that was never put in: FTS5 would not notice and lose count.
    /// <summary>Takes the words of some messages out, before they change.</summary>
    public static string Forget(string condition) => $"""
        INSERT INTO message_text (message_text, rowid, body) SELECT 'delete', row, body FROM message WHERE body IS NOT NULL AND {condition};
        """;

    /// <summary>Puts them in again, after.</summary>
    public static string Index(string condition) => $"""
        INSERT INTO message_text (rowid, body) SELECT row, body FROM message WHERE body IS NOT NULL AND {condition};
        """;

    public void Add(long row, string body)
    {
        database.Statement(Insert).Bind(row).Bind(body).Run();
        _added++;
    }

    /// <summary>At the end of a batch: joins as much as it has added, and what those before left.</summary>
    public void JoinSome()
    {
        if (_added == 0)
        {
            return;
        }

        _owed += Levels * (1 + (_added / MessagesOnPage));
        _added = 0;
        if (_owed >= PagesAtOnce)
        {
            database.Statement(Join).Bind((long)_owed).Run();
            _owed = 0;
        }
    }
}

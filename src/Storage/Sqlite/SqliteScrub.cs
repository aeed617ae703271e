using Dapper;
using Microsoft.Data.Sqlite;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// Rewrites the two files, so that nothing deleted stays in their free places. Everything is copied, so a large store is left alone: there
/// free places are overwritten in time.
/// </summary>
internal static class SqliteScrub
{
    /// <summary>About ten seconds of an ordinary disk, during which writers wait (up to their thirty).</summary>
    private const long MostBytes = 1L << 30;

    // The full-text index only marks what goes, until its parts are joined.
    private const string JoinWords = """
        INSERT INTO message_text (message_text) VALUES ('optimize');
        INSERT INTO contact_text (contact_text) VALUES ('optimize');
        """;

    private const string Rewrite = "PRAGMA busy_timeout = 30000; VACUUM;";

    private const string EmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    public static async ValueTask RunAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await RunAsync(Path.Combine(dataFolder, "rozmova.db"), JoinWords + Rewrite, cancellationToken);
        await RunAsync(Path.Combine(dataFolder, "journal.db"), Rewrite, cancellationToken);
    }

    private static async ValueTask RunAsync(string file, string sql, CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is not { Exists: true, Length: < MostBytes })
        {
            return;
        }

        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancellationToken));
        if (await connection.ExecuteScalarAsync<long>(new CommandDefinition(EmptyLog, cancellationToken: cancellationToken)) != 0)
        {
            throw new IOException("Somebody reads on in what was there before.");
        }
    }
}

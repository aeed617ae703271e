using Dapper;
using Microsoft.Data.Sqlite;
using Rozmova.Storage.Sqlite;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Sqlite;

public sealed class CheckpointTests : IDisposable
{
    private const long Megabyte = 1 << 20;
    private const int Written = 140;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_long_log_is_copied_into_the_database_while_the_writer_goes_on()
    {
        SqliteLibrary.Load();
        var path = Path.Combine(_folder.Path, "filled.db");
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var writer = new SqliteConnection(connectionString);
        writer.Open();
        writer.Execute(SqlitePragmas.Writer + "CREATE TABLE filling (bytes BLOB NOT NULL)");
        var checkpoints = new SqliteCheckpoints(writer, connectionString, TimeProvider.System);
        checkpoints.Open();
        for (var megabyte = 0; megabyte < Written; megabyte++)
        {
            writer.Execute("INSERT INTO filling VALUES (zeroblob(1048576))");
        }

        checkpoints.Committed();
        writer.Execute("DELETE FROM filling WHERE rowid = 1");
        await checkpoints.DisposeAsync(); // ends the copying; the writer has copied nothing

        new FileInfo(path).Length.ShouldBeGreaterThan(Written * Megabyte);
    }

    [Fact]
    public async Task At_rest_the_log_begins_anew_however_short_it_is()
    {
        await using var database = new SqliteDatabase(_folder.Path, TimeProvider.System);
        await database.MigrateAsync(CancellationToken.None);
        await WriteAsync(database, "CREATE TABLE filling (bytes BLOB NOT NULL); INSERT INTO filling VALUES (zeroblob(4194304))");
        var log = new FileInfo(Path.Combine(_folder.Path, "rozmova.db-wal"));
        var before = log.Length;

        await database.ReleaseMemoryAsync(CancellationToken.None);
        await WriteAsync(database, "INSERT INTO filling VALUES (zeroblob(4194304))");

        log.Refresh();
        log.Length.ShouldBeLessThan(before + Megabyte);
    }

    private static async Task WriteAsync(SqliteDatabase database, string sql) =>
        await database.WriteAsync(async transaction => await transaction.ExecuteAsync(sql, new { }), CancellationToken.None);
}

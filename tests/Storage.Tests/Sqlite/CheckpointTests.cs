using Dapper;
using Microsoft.Data.Sqlite;
using Rozmova.Storage.Sqlite;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Sqlite;

public sealed class CheckpointTests : IDisposable
{
    private const long Megabyte = 1 << 20;
    private const int Written = 80;

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
}

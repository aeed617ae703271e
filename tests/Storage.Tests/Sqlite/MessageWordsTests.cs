using Dapper;
using Rozmova.Storage.Sqlite;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Sqlite;

public sealed class MessageWordsTests : IDisposable
{
    /// <summary>Each leaves a part; from sixteen on SQLite joins them itself, all at once.</summary>
    private const int Batches = 15;

    // Each page of the index bears the number of its part above the lowest 37 bits; 1 and 10 are about the index as a whole.
    private const string Parts = "SELECT count(DISTINCT id >> 37) FROM message_text_data WHERE id > 10";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Batch_by_batch_the_parts_of_the_index_are_joined_and_every_word_is_found()
    {
        await using var database = new SqliteDatabase(_folder.Path, TimeProvider.System);
        await database.MigrateAsync(CancellationToken.None);
        var words = new SqliteMessageWords(database);

        for (var batch = 1; batch <= Batches; batch++)
        {
            var row = batch;
            await database.WriteAsync(
                _ =>
                {
                    words.Add(row, $"tulips{row} for everybody");
                    words.JoinSome();
                    return ValueTask.FromResult(true);
                },
                CancellationToken.None);
        }

        (await CountAsync(database, "SELECT count(*) FROM message_text WHERE message_text MATCH 'everybody'")).ShouldBe(Batches);
        (await CountAsync(database, "SELECT count(*) FROM message_text WHERE message_text MATCH 'tulips7'")).ShouldBe(1);
        (await CountAsync(database, Parts)).ShouldBeLessThan(Batches / 2);
    }

    private static async Task<long> CountAsync(SqliteDatabase database, string sql) =>
        await database.ReadAsync(async connection => await connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);
}

using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Intake;

/// <summary>A 200 promises that a message is kept; where that cannot be promised, the platform is to come again.</summary>
public sealed class NotDurableTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_cannot_be_made_durable_is_503_with_a_time_to_come_again_and_is_taken_then(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var database = await engine.CreateAsync();
        await using var house = await PageHouse.StartAsync(new PagePlatform(), new RozmovaSetup { Data = folder.Path, Database = database });
        var page = await house.ConnectAsync();
        var message = Page.Request(page.Tells(PageEvents.Text("olena", "m1", "Good day")));

        await using (database is null ? await HoldJournalAsync(folder.Path) : await TakeJournalAwayAsync(database))
        {
            var answer = await house.PushAsync(page.Path, page.Secret, message);

            await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "not-durable");
            answer.Headers.RetryAfter!.Delta.ShouldNotBeNull();
        }

        (await house.PushAsync(page.Path, page.Secret, message)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await house.Inbox.EntriesAsync(await house.ConversationAsync(), 1);
    }

    /// <summary>Writes to the embedded journal as another program would: nobody else can meanwhile.</summary>
    private static async Task<IAsyncDisposable> HoldJournalAsync(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "journal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<IAsyncDisposable> TakeJournalAwayAsync(string database)
    {
        var source = NpgsqlDataSource.Create(database);
        await using var rename = source.CreateCommand("ALTER TABLE journal RENAME TO journal_elsewhere");
        await rename.ExecuteNonQueryAsync();
        return new JournalElsewhere(source);
    }

    private sealed class JournalElsewhere(NpgsqlDataSource source) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using var rename = source.CreateCommand("ALTER TABLE journal_elsewhere RENAME TO journal");
            await rename.ExecuteNonQueryAsync();
            await source.DisposeAsync();
        }
    }
}

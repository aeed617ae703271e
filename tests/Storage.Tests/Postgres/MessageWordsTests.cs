using Dapper;
using Rozmova.Storage.Postgres;
using Rozmova.Storage.Tests.Conversations;
using Rozmova.Testing;

namespace Rozmova.Storage.Tests.Postgres;

public sealed class MessageWordsTests
{
    [Fact]
    public async Task New_words_do_not_wait_in_the_list_until_a_writer_has_to_sort_them_in()
    {
        await using var engine = await Engine.PostgresAsync();
        var inbox = new Inbox(engine.Database, engine.Clock);
        var anna = await inbox.HireAsync("Anna");
        var id = await inbox.MeetAsync("Oksana");
        using var words = new PostgresMessageWords(engine.Database, engine.Clock);
        await words.StartAsync(CancellationToken.None);
        await Eventually.Is("it has begun", () => engine.Clock.ArmedTimers > 0, CancellationToken.None);

        await inbox.SayAsync(id, anna, "We have tulips", note: true);
        (await PendingPagesAsync(engine)).ShouldBeGreaterThan(0);
        engine.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.Is("they are sorted in", async () => await PendingPagesAsync(engine) == 0, CancellationToken.None);
        await words.StopAsync(CancellationToken.None);
    }

    private static async Task<long> PendingPagesAsync(Engine engine) => await engine.Database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(
            """
            CREATE EXTENSION IF NOT EXISTS pageinspect;
            SELECT n_pending_pages FROM gin_metapage_info(get_raw_page('message_text', 0))
            """),
        CancellationToken.None);
}

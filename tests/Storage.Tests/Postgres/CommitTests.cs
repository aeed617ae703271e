using Rozmova.Storage.Conversations;
using Rozmova.Storage.Postgres;
using Rozmova.Workspace.Pipeline;

namespace Rozmova.Storage.Tests.Postgres;

public sealed class CommitTests
{
    [Theory]
    [InlineData(true, "off")]
    [InlineData(false, "on")]
    public async Task Only_what_the_journal_can_repeat_is_committed_without_waiting_for_the_disk(bool repeatable, string waits)
    {
        await using var engine = await Engine.PostgresAsync();
        var store = new PostgresInboundStore(new ConversationStore(engine.Database), new PostgresDeliveryStore((PostgresDatabase)engine.Database));

        var setting = await engine.Database.WriteAsync(async transaction =>
        {
            transaction.Repeatable = repeatable;
            await using var begin = transaction.Command("SET LOCAL synchronous_commit = on"); // the tests' server has it off
            await begin.ExecuteNonQueryAsync();
            await store.LoadAsync(transaction, new InboundQuery { Chats = [], Keys = [] });
            await using var show = transaction.Command("SHOW synchronous_commit");
            return (string?)await show.ExecuteScalarAsync();
        }, CancellationToken.None);

        setting.ShouldBe(waits);
    }
}

using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Tests.Crash;

/// <summary>Acknowledged means there, once and in order, whatever happens to the process.</summary>
public sealed class KilledIntakeTests
{
    private const int Chats = 500;
    private const int PerChat = 20;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Ten_thousand_updates_survive_two_kills_once_and_in_order(Engine engine)
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        await using var program = await RozmovaProcess.StartAsync(folder.Path, await engine.CreateAsync());
        var bot = await telegram.ConnectAsync(program.Client);
        List<Customer> customers = [.. Enumerable.Range(0, Chats).Select(_ => bot.AddCustomer())];

        // Everybody writes at once; every tenth update is sent twice. Telegram repeats what was not answered 200.
        List<Update> updates = [];
        for (var round = 1; round <= PerChat; round++)
        {
            updates.AddRange(customers.Select(customer => customer.SendText($"message {round}")));
        }

        foreach (var update in updates.Where((_, index) => index % 10 == 0))
        {
            bot.Account.Redeliver(update);
        }

        await AcknowledgedAsync(updates, updates.Count / 3);
        await program.KillAndRestartAsync();
        await AcknowledgedAsync(updates, updates.Count * 2 / 3);
        await program.KillAndRestartAsync();
        await Eventually.Is("Telegram has nothing left to deliver", () => Task.FromResult(bot.Account.PendingUpdates == 0), Bound, CancellationToken.None);

        // One more of each comes after everything before it was dealt with, repeats included.
        foreach (var customer in customers)
        {
            customer.SendText("the last one");
        }

        await ShouldAllBeThereAsync(new Inbox(program.Client));
    }

    private static Task AcknowledgedAsync(List<Update> updates, int count) => Eventually.Is(
        $"{count} updates are acknowledged",
        () => Task.FromResult(updates.Count(update => update.Delivered.IsCompleted) >= count), Bound, CancellationToken.None);

    private static async Task ShouldAllBeThereAsync(Inbox inbox)
    {
        List<JsonNode> conversations = [];
        await Eventually.Is("all have their last message", async () =>
        {
            conversations = await inbox.ConversationsAsync();
            return conversations.Count >= Chats && conversations.All(each => each["lastMessage"]!.Says() == "the last one");
        }, Bound, CancellationToken.None);
        conversations.Count.ShouldBe(Chats);

        string[] expected = [.. Enumerable.Range(1, PerChat).Select(round => $"message {round}"), "the last one"];
        foreach (var conversation in conversations)
        {
            var entries = await inbox.EntriesAsync(conversation.Text("id"));
            entries.Select(entry => entry.Says()).ShouldBe(expected);
            entries.Select(entry => entry.Seq()).ShouldBe(Enumerable.Range(1, entries.Count).Select(seq => (long)seq));
        }
    }
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Tests.Channels;

/// <summary>Long polling: one poller per bot, nothing lost, nothing twice.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task What_was_written_while_the_program_was_away_comes_once_and_in_order()
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        var setup = new RozmovaSetup { Data = folder.Path };
        var first = await RozmovaServer.StartAsync(setup);
        var customer = (await telegram.ConnectAsync(first.Client, "polling")).AddCustomer();
        var last = customer.SendText("before");
        await new Inbox(first.Client).ConversationOfAsync(customer.Profile.FullName);
        await last.Delivered.Soon();
        await first.DisposeAsync();
        telegram.Simulator.Calls.Clear();

        customer.SendText("meanwhile");
        await using var second = await RozmovaServer.StartAsync(setup);
        customer.SendText("after");

        var inbox = new Inbox(second.Client);
        var entries = await inbox.EntriesAsync(await inbox.ConversationOfAsync(customer.Profile.FullName), 3);
        entries.Select(entry => entry.Says()).ShouldBe(["before", "meanwhile", "after"]);
        var poll = telegram.Simulator.Calls.Of("getUpdates")[0];
        poll.Parameters["offset"]!.ToString().ShouldBe((last.Id + 1).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Of_two_programs_on_one_PostgreSQL_only_one_polls_and_the_other_takes_over()
    {
        using var folder = new TemporaryFolder(); // shared: the keys that open the channels' secrets are in it
        var setup = new RozmovaSetup { Data = folder.Path, Database = await Engine.Postgres.CreateAsync() };
        await using var telegram = await TelegramScene.StartAsync();
        var first = await RozmovaServer.StartAsync(setup);
        var customer = (await telegram.ConnectAsync(first.Client, "polling")).AddCustomer();
        customer.SendText("one");
        var conversation = await new Inbox(first.Client).ConversationOfAsync(customer.Profile.FullName);
        await using var second = await RozmovaServer.StartAsync(setup);
        await telegram.Simulator.Calls.WaitForAsync("getUpdates", 2, CancellationToken.None).Soon();

        customer.SendText("two");
        var inbox = new Inbox(second.Client);
        await inbox.EntriesAsync(conversation, 2);
        var polls = telegram.Simulator.Calls.Count("getUpdates");
        await first.DisposeAsync();
        customer.SendText("three");

        var entries = await inbox.EntriesAsync(conversation, 3);
        entries.Select(entry => entry.Says()).ShouldBe(["one", "two", "three"]);

        // Two pollers would end each other's requests over and over.
        polls.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task One_unreadable_update_of_a_batch_takes_no_other_down()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var hang = telegram.Simulator.Faults.Add(new Fault.Hang { Method = "getUpdates" });
        var bot = await telegram.ConnectAsync(server.Client, "polling");
        var customer = bot.AddCustomer();
        await hang.Reached.Soon();
        customer.SendText("before");
        bot.Account.SendRaw("message", new JsonObject { ["message_id"] = "not a number" });
        customer.SendText("after");

        hang.Release();

        var inbox = new Inbox(server.Client);
        var entries = await inbox.EntriesAsync(await inbox.ConversationOfAsync(customer.Profile.FullName), 2);
        entries.Select(entry => entry.Says()).ShouldBe(["before", "after"]);
        await Eventually.Is("all three are confirmed", () => bot.Account.PendingUpdates == 0, CancellationToken.None);
    }

    [Fact]
    public async Task Switched_from_webhook_to_polling_and_back_every_message_comes_once()
    {
        await using var telegram = await TelegramScene.StartAsync();
        await using var server = await RozmovaServer.StartAsync();
        var bot = await telegram.ConnectAsync(server.Client);
        var customer = bot.AddCustomer();
        var inbox = new Inbox(server.Client);
        customer.SendText("pushed");
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);

        await SwitchAsync(server, bot, "polling");
        await PolledAsync(telegram.Simulator);
        customer.SendText("polled");
        await inbox.EntriesAsync(conversation, 2);
        await SwitchAsync(server, bot, "webhook");
        await telegram.PushToAsync(bot, server.Address);
        customer.SendText("pushed again");

        var entries = await inbox.EntriesAsync(conversation, 3);
        entries.Select(entry => entry.Says()).ShouldBe(["pushed", "polled", "pushed again"]);
    }

    private static Task PolledAsync(TelegramSimulator simulator) =>
        simulator.Calls.WaitForAsync("getUpdates", 1, CancellationToken.None).Soon();

    private static async Task SwitchAsync(RozmovaServer server, ConnectedBot bot, string mode) =>
        (await server.Client.PatchAsJsonAsync($"/api/v1/channels/{bot.Id}", new { settings = new { mode } })).EnsureSuccessStatusCode();
}

using System.Net;
using Rozmova.Simulators;
using Rozmova.Testing;

namespace Rozmova.Tests.Crash;

/// <summary>Nobody knows whether a message arrived whose sender died: it says so, and a person decides.</summary>
public sealed class KilledSendTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_message_on_its_way_when_the_program_dies_is_unknown_and_never_repeated_by_itself(Engine engine)
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        await using var program = await RozmovaProcess.StartAsync(folder.Path, await engine.CreateAsync());
        var customer = (await telegram.ConnectAsync(program.Client)).AddCustomer();
        var inbox = new Inbox(program.Client);
        customer.SendText("Hello?");
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);
        var hang = telegram.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });
        var lost = await inbox.ReplyAsync(conversation, "On its way");
        await hang.Reached.Soon();

        await program.KillAndRestartAsync();
        var unknown = await inbox.StateAsync(lost, "unknown");
        await inbox.StateAsync(await inbox.ReplyAsync(conversation, "The next one"), "sent");

        unknown["error"]!.Text("code").ShouldBe("no-answer");
        unknown["error"]!.Text("detail").ShouldNotBeEmpty();
        telegram.Simulator.Calls.Count("sendMessage").ShouldBe(2);
        customer.BotMessages.Select(message => message.Text).ShouldBe(["The next one"]);

        var retry = await program.Client.PostAsync($"/api/v1/conversations/{conversation}/messages/{lost.Text("id")}/retry", null);

        retry.StatusCode.ShouldBe(HttpStatusCode.Accepted, await retry.Content.ReadAsStringAsync());
        await customer.WaitForMessageAsync(message => message.Text == "On its way", CancellationToken.None).Soon();
        hang.Release();
    }

    [Fact]
    public async Task What_waits_in_the_outbox_when_the_program_dies_leaves_after_the_restart_in_order()
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        await using var program = await RozmovaProcess.StartAsync(folder.Path);
        var customer = (await telegram.ConnectAsync(program.Client)).AddCustomer();
        var inbox = new Inbox(program.Client);
        customer.SendText("Hello?");
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);
        var hang = telegram.Simulator.Faults.Add(new Fault.Hang { Method = "sendMessage" });
        await inbox.ReplyAsync(conversation, "one");
        await hang.Reached.Soon();
        await inbox.ReplyAsync(conversation, "two");
        await inbox.ReplyAsync(conversation, "three");

        await program.KillAndRestartAsync();
        await customer.WaitForMessageAsync(message => message.Text == "three", CancellationToken.None).Soon();

        customer.BotMessages.Select(message => message.Text).ShouldBe(["two", "three"]);
    }
}

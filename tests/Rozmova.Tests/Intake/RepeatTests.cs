using System.Net;
using Rozmova.Testing;

namespace Rozmova.Tests.Intake;

/// <summary>A platform's retry or duplicate never shows twice.</summary>
public sealed class RepeatTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task The_same_update_sent_many_times_at_once_shows_once()
    {
        var bot = await house.ConnectAsync();
        var customer = bot.AddCustomer();
        var update = customer.SendText("once");
        await update.Delivered.Soon();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.Server.PushAsync(bot, update.Json)));
        customer.SendText("after it");

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var entries = await house.Inbox.EntriesAsync(conversation, 2);
        entries.Select(entry => entry.Says()).ShouldBe(["once", "after it"]);
        ((int)(await house.Inbox.ConversationAsync(conversation))["unread"]!).ShouldBe(2);
    }

    [Fact]
    public async Task A_first_message_that_arrives_fifty_times_at_once_opens_one_conversation()
    {
        var bot = await house.ConnectAsync();
        var customer = bot.AddCustomer();
        var update = customer.SendText("first");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.Server.PushAsync(bot, update.Json)));
        customer.SendText("second");

        await house.Inbox.EntriesAsync(await house.Inbox.ConversationOfAsync(customer.Profile.FullName), 2);
        (await house.Inbox.ConversationsAsync()).Count(each => each["contact"]!.Text("name") == customer.Profile.FullName).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_update_after_a_restart_shows_once()
    {
        using var folder = new TemporaryFolder();
        await using var telegram = await TelegramScene.StartAsync();
        var setup = new RozmovaSetup { Data = folder.Path };
        var first = await RozmovaServer.StartAsync(setup);
        var bot = await telegram.ConnectAsync(first.Client);
        var customer = bot.AddCustomer();
        var update = customer.SendText("once");
        await new Inbox(first.Client).ConversationOfAsync(customer.Profile.FullName);
        await first.DisposeAsync();

        await using var second = await RozmovaServer.StartAsync(setup);
        (await second.PushAsync(bot, update.Json)).ShouldBe(HttpStatusCode.OK);
        await telegram.PushToAsync(bot, second.Address);
        customer.SendText("after it");

        var inbox = new Inbox(second.Client);
        var entries = await inbox.EntriesAsync(await inbox.ConversationOfAsync(customer.Profile.FullName), 2);
        entries.Select(entry => entry.Says()).ShouldBe(["once", "after it"]);
    }

    [Fact]
    public async Task The_same_message_number_of_the_same_person_on_two_bots_is_two_messages()
    {
        var (one, other) = (await house.ConnectAsync(), await house.ConnectAsync());
        var customer = one.AddCustomer();
        var again = other.Account.AddCustomer(customer.Profile);

        var (left, right) = (customer.SendText("to one"), again.SendText("to the other"));

        left.MessageId.ShouldBe(right.MessageId);
        await Eventually.Is("both bots have their message", async () =>
            (await house.Inbox.ConversationsAsync()).Count(each => each["contact"]!.Text("name") == customer.Profile.FullName) == 2, default);
    }
}

using System.Net;
using Rozmova.Tests.Intake;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>Messages of one conversation keep the platform's order.</summary>
public sealed class OrderTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Shuffled_retries_read_in_the_order_they_were_written()
    {
        var bot = await house.ConnectAsync();
        var quiet = house.Simulator.AddBot(bot.Account.Token + "x", "quiet_bot");
        var customer = quiet.Simulate($"Shuffled {bot.Id}");
        var updates = Enumerable.Range(1, 30).Select(number => customer.SendText($"{number:00}")).ToArray();
        var seed = new Random(20260302);

        await Task.WhenAll(updates.Concat(updates).OrderBy(_ => seed.Next()).Select(update => house.Server.PushAsync(bot, update.Json)));

        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var entries = await house.Inbox.EntriesAsync(conversation, 30);
        entries.Select(entry => entry.Says()).ShouldBe(Enumerable.Range(1, 30).Select(number => $"{number:00}"));
        entries.Select(entry => entry.Seq()).Order().ShouldBe(Enumerable.Range(1, 30).Select(seq => (long)seq));
    }

    [Fact]
    public async Task A_late_message_reads_where_it_belongs_and_is_marked()
    {
        var shop = await CustomShop.ConnectAsync(house.Server);
        var person = $"Late {shop.Channel.Text("id")}";
        await shop.TellAsync("1", person, "first", Noon);
        await shop.TellAsync("3", person, "third", Noon.AddMinutes(2));
        var conversation = await house.Inbox.ConversationOfAsync(person);
        await house.Inbox.EntriesAsync(conversation, 2);

        await shop.TellAsync("2", person, "second", Noon.AddMinutes(1));

        var entries = await house.Inbox.EntriesAsync(conversation, 3);
        entries.Select(entry => entry.Says()).ShouldBe(["first", "second", "third"]);
        entries.Select(entry => entry.Seq()).ShouldBe([1L, 3L, 2L]);
        entries.Select(entry => (bool)entry["late"]!).ShouldBe([false, true, false]);
        (await house.Inbox.ConversationAsync(conversation))["lastMessage"]!.Says().ShouldBe("third");
    }

    [Fact]
    public async Task A_reply_stands_behind_what_was_there_and_a_late_message_before_it()
    {
        await using var phone = await CallbackReceiver.StartAsync(_ => Task.CompletedTask);
        await using var server = await RozmovaServer.StartAsync(
            new RozmovaSetup { Settings = new Dictionary<string, string> { ["AllowPrivateAddresses"] = "true" } });
        var inbox = new Inbox(server.Client);
        var shop = await CustomShop.ConnectAsync(server, phone.Address);
        await shop.TellAsync("2", "Taras", "written at noon", Noon);
        var conversation = await inbox.ConversationOfAsync("Taras");
        await inbox.StateAsync(await inbox.ReplyAsync(conversation, "our answer"), "sent");

        await shop.TellAsync("1", "Taras", "written before noon", Noon.AddMinutes(-1));
        await shop.TellAsync("3", "Taras", "written after noon", Noon.AddMinutes(1));

        var entries = await inbox.EntriesAsync(conversation, 5);
        entries.Where(entry => entry.Text("direction") != "event").Select(entry => entry.Says())
            .ShouldBe(["written before noon", "written at noon", "our answer", "written after noon"]);
    }

    [Fact]
    public async Task A_burst_of_many_people_at_once_keeps_everybodys_order()
    {
        var bot = await house.ConnectAsync();
        var people = Enumerable.Range(0, 40).Select(_ => bot.AddCustomer()).ToArray();

        Parallel.ForEach(people, person =>
        {
            for (var number = 1; number <= 10; number++)
            {
                person.SendText($"{number}");
            }
        });

        foreach (var person in people)
        {
            var entries = await house.Inbox.EntriesAsync(await house.Inbox.ConversationOfAsync(person.Profile.FullName), 10);
            entries.Select(entry => entry.Says()).ShouldBe(Enumerable.Range(1, 10).Select(number => $"{number}"));
            entries.ShouldAllBe(entry => !(bool)entry["late"]!);
        }
    }

    [Fact]
    public async Task An_edit_that_overtakes_its_message_keeps_the_place_and_the_link_of_that_message()
    {
        var bot = await house.ConnectAsync();
        var quiet = house.Simulator.AddBot(bot.Account.Token + "y", "quiet_bot");
        var customer = quiet.Simulate($"Overtaken {bot.Id}");
        var first = customer.SendText("first");
        var second = customer.SendText("second", replyTo: first.MessageId);
        var edit = customer.Edit(second.MessageId!.Value, "second, mended");

        foreach (var update in new[] { first, edit, second })
        {
            (await house.Server.PushAsync(bot, update.Json)).ShouldBe(HttpStatusCode.OK);
        }

        customer.SendText("third");
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var entries = await house.Inbox.EntriesAsync(conversation, 2);
        entries.Select(entry => entry.Says()).ShouldBe(["first", "second, mended"]);
        entries[1].Text("replyTo").ShouldBe(entries[0].Text("id"));
        entries[1]["editedAt"].ShouldNotBeNull();
        ((bool)entries[1]["late"]!).ShouldBeFalse();
    }
}

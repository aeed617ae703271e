using System.Diagnostics;
using Rozmova.Simulators;

namespace Rozmova.Tests.Delivery;

/// <summary>One slow or broken platform never delays another.</summary>
public sealed class SlowPlatformTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task A_bot_that_hangs_delays_neither_deliveries_nor_messages_of_another()
    {
        await using var stuck = await TelegramScene.StartAsync();
        var stuckBot = await stuck.ConnectAsync(house.Server.Client);
        var waiting = Enumerable.Range(0, 30).Select(_ => stuckBot.AddCustomer()).ToList();
        waiting.ForEach(customer => customer.SendText("Hello?"));
        foreach (var customer in waiting)
        {
            await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        }

        // More replies than the channel has places for, and nobody answers any of them.
        var hang = stuck.Simulator.Faults.Add(new Fault.Hang { Count = int.MaxValue });
        foreach (var customer in waiting)
        {
            await house.Inbox.ReplyAsync(await house.Inbox.ConversationOfAsync(customer.Profile.FullName), "stuck");
        }

        await hang.Reached.Soon();
        var (quick, conversation) = await house.GreetedAsync();
        var began = Stopwatch.StartNew();
        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "quick"), "sent");

        began.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        quick.BotMessages.Count.ShouldBe(1);
        waiting.ShouldAllBe(customer => customer.BotMessages.Count == 0);
        hang.Release();
    }

    [Fact]
    public async Task A_channel_to_a_platform_that_never_answers_stops_neither_the_start_nor_the_others()
    {
        await using var stuck = await TelegramScene.StartAsync();
        var hang = stuck.Simulator.Faults.Add(new Fault.Hang { Count = int.MaxValue });
        var connecting = stuck.ConnectAsync(house.Server.Client, "polling");
        await hang.Reached.Soon();

        var (customer, conversation) = await house.GreetedAsync();
        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "here"), "sent");

        customer.BotMessages.Count.ShouldBe(1);
        hang.Release();
        await connecting.Soon();
    }
}

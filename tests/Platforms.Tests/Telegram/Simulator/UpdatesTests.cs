using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

public sealed class UpdatesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_long_poll_wakes_when_someone_writes_and_the_offset_confirms()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        var poll = telegram.CallAsync("getUpdates", new JsonObject { ["timeout"] = 50 });
        await telegram.Simulator.Calls.WaitForAsync("getUpdates", 1, CancellationToken.None).WaitAsync(Patience);

        var update = telegram.Customer.SendText("good evening");

        var received = (await poll.WaitAsync(Patience))["result"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)received["update_id"]!).ShouldBe(update.Id);
        ((string?)received["message"]!["text"]).ShouldBe("good evening");
        update.Delivered.IsCompleted.ShouldBeFalse();
        await telegram.CallAsync("getUpdates", new JsonObject { ["offset"] = update.Id + 1 });
        update.Delivered.IsCompleted.ShouldBeTrue();
        telegram.Bot.PendingUpdates.ShouldBe(0);
    }

    [Fact]
    public async Task A_negative_offset_keeps_only_the_newest()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        var updates = Enumerable.Range(1, 5).Select(number => telegram.Customer.SendText($"{number}")).ToList();

        var answer = await telegram.CallAsync("getUpdates", new JsonObject { ["offset"] = -2 });

        answer["result"]!.AsArray().Select(update => (int)update!["update_id"]!).ShouldBe([updates[3].Id, updates[4].Id]);
        telegram.Bot.PendingUpdates.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_a_conflict()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        Task<JsonObject>[] polls =
        [
            telegram.CallAsync("getUpdates", new JsonObject { ["timeout"] = 50 }),
            telegram.CallAsync("getUpdates", new JsonObject { ["timeout"] = 50 }),
        ];

        // Which of the two takes its turn last is the network's choice.
        var first = await Task.WhenAny(polls).WaitAsync(Patience);
        var ended = await first;
        ((int)ended["error_code"]!).ShouldBe(409);
        ((string?)ended["description"]).ShouldBe(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        telegram.Customer.SendText("for the second");
        var second = polls.Single(poll => poll != first);
        ((bool)(await second.WaitAsync(Patience))["ok"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Polling_is_a_conflict_while_a_webhook_is_set()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = "http://127.0.0.1:9/hook" });

        var refused = await telegram.CallAsync("getUpdates");

        ((string?)refused["description"]).ShouldBe(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    }

    [Fact]
    public async Task A_webhook_that_fails_is_tried_again_at_once_then_after_two_and_four_seconds()
    {
        var clock = new TestClock();
        await using var telegram = await SimulatedTelegram.StartAsync(
            clock, new TelegramSimulatorOptions { WebhookTimeout = Timeout.InfiniteTimeSpan });
        await using var webhook = await TestWebhook.StartAsync(failures: 3);
        await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = webhook.Url, ["secret_token"] = "s3cret" });

        var update = telegram.Customer.SendText("hello");

        await webhook.WaitForDeliveryAsync(Patience);
        await webhook.WaitForDeliveryAsync(Patience);
        foreach (var seconds in new[] { 2, 4 })
        {
            await Eventually.Is("the next try is planned", () => clock.ArmedTimers == 1, CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(seconds - 1));
            clock.ArmedTimers.ShouldBe(1);
            clock.Advance(TimeSpan.FromSeconds(1));
            await webhook.WaitForDeliveryAsync(Patience);
        }

        await update.Delivered.WaitAsync(Patience);
        var info = (await telegram.CallAsync("getWebhookInfo"))["result"]!;
        ((string?)info["last_error_message"]).ShouldBe("Wrong response from the webhook: 503 Service Unavailable");
        ((int)info["pending_update_count"]!).ShouldBe(0);
        webhook.Secrets.ShouldBe(["s3cret", "s3cret", "s3cret", "s3cret"]);
    }

    [Fact]
    public async Task A_webhook_may_answer_with_a_call()
    {
        await using var telegram = await SimulatedTelegram.StartAsync(TimeProvider.System);
        await using var webhook = await TestWebhook.StartAsync(
            failures: 0, $$"""{"method":"sendChatAction","chat_id":{{telegram.Customer.Id}},"action":"typing"}""");
        await telegram.CallAsync("setWebhook", new JsonObject { ["url"] = webhook.Url });

        await telegram.Customer.SendText("hello").Delivered.WaitAsync(Patience);

        telegram.Customer.ChatActions.ShouldHaveSingleItem().Action.ShouldBe("typing");
    }
}

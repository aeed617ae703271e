using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Tests.Delivery;

/// <summary>Every message ends sent once, failed with a reason, or unknown.</summary>
public sealed class TelegramOutcomeTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task Asked_to_wait_it_waits_as_long_and_sends_once()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, Refusal.TooManyRequests(2));

        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "in a moment"), "sent");

        var calls = CallsTo(customer);
        calls.Count.ShouldBe(2);
        (calls[1].At - calls[0].At).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2));
        customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_server_error_it_tries_again_and_sends_once()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, Refusal.ServerError());

        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "stubborn"), "sent");

        CallsTo(customer).Count.ShouldBe(2);
        customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_answer_nobody_knows_and_nothing_is_repeated_until_a_person_says_so()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, new Fault.LostAnswer());

        var unknown = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "perhaps"), "unknown");
        await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "certainly"), "sent");

        ReasonOf(unknown, "no-answer");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["perhaps", "certainly"]);

        await house.Inbox.StateAsync(await RetryAsync(unknown), "sent");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["perhaps", "certainly", "perhaps"]);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_unknown_too()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, new Fault.InvalidJson());

        ReasonOf(await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "perhaps"), "unknown"), "no-answer");

        CallsTo(customer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_who_blocked_the_bot_is_a_reason_a_person_understands()
    {
        var (customer, conversation) = await house.GreetedAsync();
        customer.BlockBot();

        var failed = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "hello?"), "failed");

        ReasonOf(failed, "blocked").ShouldContain("blocked");
        customer.BotMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task So_is_an_account_that_was_deleted()
    {
        var (customer, conversation) = await house.GreetedAsync();
        customer.DeleteAccount();

        ReasonOf(await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "hello?"), "failed"), "blocked").ShouldContain("deleted");
    }

    [Fact]
    public async Task So_is_a_chat_that_is_gone_and_once_it_is_back_a_person_sends_again()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, Refusal.ChatNotFound());

        var failed = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "hello?"), "failed");
        ReasonOf(failed, "chat-not-found").ShouldContain("gone");

        await house.Inbox.StateAsync(await RetryAsync(failed), "sent");
        customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Trouble_with_the_first_message_keeps_the_order_of_those_behind_it()
    {
        var (customer, conversation) = await house.GreetedAsync();
        Add(customer, Refusal.TooManyRequests(1));
        Add(customer, Refusal.ServerError());

        var last = JsonNode.Parse("{}")!;
        foreach (var text in new[] { "one", "two", "three" })
        {
            last = await house.Inbox.ReplyAsync(conversation, text);
        }

        await house.Inbox.StateAsync(last, "sent");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["one", "two", "three"]);
    }

    [Fact]
    public async Task A_token_that_is_no_longer_accepted_holds_messages_until_an_admin_mended_it()
    {
        var bot = await house.ConnectAsync();
        var customer = bot.AddCustomer();
        customer.SendText("Good day");
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        Add(customer, new Refusal(401, "Unauthorized"));

        var held = await house.Inbox.ReplyAsync(conversation, "as soon as I may");
        await Eventually.Is("the channel is refused", async () =>
            (await house.Inbox.GetAsync($"/api/v1/channels/{bot.Id}")).Text("state") == "failed", CancellationToken.None);
        (await house.Server.Client.PostAsync($"/api/v1/channels/{bot.Id}/check", null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await house.Inbox.StateAsync(held, "sent");
        customer.BotMessages.Count.ShouldBe(1);
    }

    private void Add(Customer customer, Fault fault) =>
        house.Simulator.Faults.Add(fault with { Method = "sendMessage", Whom = $"{customer.Id}" });

    private List<RecordedCall> CallsTo(Customer customer) =>
        [.. house.Simulator.Calls.Of("sendMessage").Where(call => call.ChatId == customer.Id)];

    private async Task<JsonNode> RetryAsync(JsonNode message)
    {
        var answer = await house.Server.Client.PostAsync(
            $"/api/v1/conversations/{message.Text("conversationId")}/messages/{message.Text("id")}/retry", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static string ReasonOf(JsonNode message, string code)
    {
        message["error"]!.Text("code").ShouldBe(code);
        var detail = message["error"]!.Text("detail");
        detail.ShouldNotBeEmpty();
        return detail;
    }
}

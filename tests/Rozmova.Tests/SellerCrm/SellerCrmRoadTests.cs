using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;
using Rozmova.Testing;

namespace Rozmova.Tests.SellerCrm;

/// <summary>A buyer of the CRM and an operator here, by polling alone.</summary>
public sealed class SellerCrmRoadTests(SellerCrmHouse house) : IClassFixture<SellerCrmHouse>
{
    [Fact]
    public async Task A_buyer_is_answered_the_chat_is_marked_as_read_and_what_they_see_comes_back()
    {
        var shop = await house.ConnectAsync(pollSeconds: 1);
        var order = shop.Seller.AddOrder("seen@example.com");
        order.Write("Код не працює\nДопоможіть & швидко");
        var conversation = await house.Inbox.ConversationOfAsync("seen@example.com");

        var reply = await house.Inbox.ReplyAsync(conversation, "Новий код: <ABCD>");

        (await order.WaitForAnswerAsync(_ => true, CancellationToken.None).Soon()).Text.ShouldBe("Новий код: <ABCD>");
        await house.Inbox.StateAsync(reply, "sent");
        await Eventually.Is("the chat is read over there", () => Task.FromResult(order is { SeenCalls: > 0, Unread: 0 }), CancellationToken.None);
        order.See();
        await house.Inbox.StateAsync(reply, "read");
        (await house.Inbox.EntriesAsync(conversation)).Count(entry => entry.Text("direction") == "outbound").ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_that_the_list_shows_late_is_there_once_and_a_colleagues_answer_too()
    {
        var shop = await house.ConnectAsync(pollSeconds: 1);
        var order = shop.Seller.AddOrder("late@example.com");
        order.Write("Hello?");
        var conversation = await house.Inbox.ConversationOfAsync("late@example.com");
        order.Lagging = 1;
        var reply = await house.Inbox.ReplyAsync(conversation, "One moment");
        var sent = await house.Inbox.StateAsync(reply, "sent");
        sent.Text("platformMessageId").ShouldBeEmpty();

        order.Lagging = 0;
        order.AnswerInCrm("I have answered in the CRM");

        var elsewhere = await house.Inbox.EntryAsync(conversation, "the colleague's answer", entry => entry.Says() == "I have answered in the CRM");
        elsewhere.Text("direction").ShouldBe("outbound");
        await house.Inbox.EntryAsync(conversation, "ours has its id", entry => entry.Text("id") == reply.Text("id") && entry.Text("platformMessageId") != "");
        (await house.Inbox.EntriesAsync(conversation)).Count(entry => entry.Says() == "One moment").ShouldBe(1);
    }

    [Fact]
    public async Task An_hour_without_the_CRM_loses_nothing_and_floods_nobody()
    {
        var shop = await house.ConnectAsync(pollSeconds: 1);
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 12).Select(number => shop.Seller.AddOrder($"outage{number}@example.com"))];
        Fault[] faults = [new Fault.HttpStatus(503), new MaintenancePage(), new HalfAnswer(), new Refusal(9, "Overloaded")];
        var whom = shop.Seller.Id.ToString(CultureInfo.InvariantCulture);
        Array.ForEach(faults, fault => house.Simulator.Faults.Add(fault with { Method = "chats", Whom = whom }));
        Array.ForEach(faults, fault => house.Simulator.Faults.Add(fault with { Method = "messages", Whom = whom }));

        foreach (var order in orders)
        {
            foreach (var number in Enumerable.Range(1, 3))
            {
                order.Write($"{order.Email} {number}");
            }
        }

        await Eventually.Is(
            "the channel says that it does not work",
            async () => (await house.Inbox.GetAsync($"/api/v1/channels/{shop.Id}")).Text("state") == "failed",
            CancellationToken.None);
        foreach (var order in orders)
        {
            var conversation = await WaitForAsync(order.Email);
            var entries = await house.Inbox.EntriesAsync(conversation, 3);
            entries.Select(entry => entry.Says()).ShouldBe(Enumerable.Range(1, 3).Select(number => $"{order.Email} {number}"));
            ((int)(await house.Inbox.ConversationAsync(conversation))["unread"]!).ShouldBe(3);
        }

        await Eventually.Is(
            "it works again",
            async () => (await house.Inbox.GetAsync($"/api/v1/channels/{shop.Id}")).Text("state") == "connected",
            CancellationToken.None);
    }

    [Fact]
    public async Task The_history_of_a_month_is_there_and_nobody_is_called_to_it()
    {
        var number = 900_000 + Random.Shared.Next(90_000);
        var seller = house.Simulator.AddSeller(number, "9F2A7C41D0E84B6FA3C5E19D00000000");
        var order = seller.AddOrder($"history{number}@example.com");
        order.Write("Asked and");
        order.AnswerInCrm("answered before");
        order.ReadInCrm();
        var settings = new { sellerId = number, apiKey = seller.ApiKey, baseUrl = house.Simulator.BaseAddress.ToString() };

        await house.Server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "seller-crm", name = "Old shop", settings });

        var conversation = await house.Inbox.ConversationAsync(await house.Inbox.ConversationOfAsync(order.Email));
        (conversation.Text("status"), (int)conversation["unread"]!, conversation["waitingSince"]).ShouldBe(("closed", 0, null));
        (await house.Inbox.EntriesAsync(conversation.Text("id"), 2)).Select(entry => entry.Says()).ShouldBe(["Asked and", "answered before"]);
    }

    [Fact]
    public async Task The_order_is_shown_where_the_platform_has_one()
    {
        var shop = await house.ConnectAsync(pollSeconds: 1);
        var order = shop.Seller.AddOrder("order@example.com", "Windows key");
        order.Write("Where is my key?");
        var conversation = await house.Inbox.ConversationOfAsync("order@example.com");
        var path = $"/api/v1/conversations/{conversation}/order";
        house.Simulator.Faults.Add(new MaintenancePage { Method = "order" });

        var away = await (await house.Server.Client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.BadGateway, "order-unavailable");
        var card = await house.Inbox.GetAsync(path);
        var asked = house.Simulator.Calls.Count("order");
        await house.Inbox.GetAsync(path);

        away.Text("detail").ShouldContain("maintenance");
        (card.Text("goods"), card.Text("status"), card.Text("sourceShop"), card.Text("buyerEmail"), (decimal)card["amount"]!)
            .ShouldBe(("Windows key", "paid", "Plati", "order@example.com", 9.90m));
        house.Simulator.Calls.Count("order").ShouldBe(asked, "it is kept for a moment");
        await (await house.Server.Client.GetAsync($"/api/v1/conversations/{Guid.CreateVersion7()}/order")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    // The CRM is asked again at growing pauses, so this takes longer than most.
    private async Task<string> WaitForAsync(string name)
    {
        string? id = null;
        await Eventually.Is(
            $"{name} has a conversation",
            async () => (id = (await house.Inbox.ConversationsAsync()).FirstOrDefault(item => (string?)item["contact"]!["name"] == name)?.Text("id")) is not null,
            TimeSpan.FromMinutes(2),
            CancellationToken.None);
        return id!;
    }
}

using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Webim;
using Rozmova.Testing;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>What becomes of what Webim does not take.</summary>
public sealed class WebimTroubleTests(WebimHouse house) : IClassFixture<WebimHouse>
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_desk_whose_token_is_refused_says_so_and_sends_all_once_it_has_another()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var token = stand.Account.Token + "-new";
        house.Webim.ReplaceToken(stand.Account, token);

        customer.SendText("one");
        customer.SendText("two");

        await stand.StateAsync("failed");
        (await stand.ReadAsync()).Text("detail").ShouldContain("access token");
        (await stand.ChangeAsync(new { settings = new { accessToken = token } })).Text("state").ShouldBe("connected");
        await visitor.WaitForMessageAsync(message => message.Text == "two", Never).Soon();
        visitor.FromVisitor.Select(message => message.Text).ShouldBe(["Good day", "one", "two"]);
    }

    [Fact]
    public async Task A_wrong_token_is_told_when_the_desk_is_made()
    {
        var bot = await house.ConnectAsync();

        var stand = await WebimStand.OpenAsync(house.Server.Client, house.Webim, bot, new JsonObject { ["accessToken"] = "wrong" });

        stand.Desk.Text("state").ShouldBe("failed");
        stand.Desk.Text("detail").ShouldContain("access token");
    }

    [Fact]
    public async Task A_desk_is_made_though_Webim_is_away()
    {
        var bot = await house.ConnectAsync();

        var stand = await WebimStand.OpenAsync(house.Server.Client, house.Webim, bot, new JsonObject { ["baseUrl"] = "http://127.0.0.1:9" });

        (stand.Desk.Text("state"), stand.Desk.Text("detail")).ShouldBe(("failed", "Webim cannot be reached: nobody answers at its address."));
    }

    [Theory]
    [InlineData("visitor_banned", "banned in Webim")]
    [InlineData("message_empty", "message_empty")]
    [InlineData("max-message-length-exceeded", "max-message-length-exceeded")]
    public async Task A_message_Webim_refuses_is_said_in_the_conversation_and_the_next_one_goes(string error, string said)
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Refusal(error) { Method = "send_message", Whom = visitor.Id });

        customer.SendText("refused");
        customer.SendText("taken");

        await visitor.WaitForMessageAsync(message => message.Text == "taken", Never).Soon();
        visitor.FromVisitor.Count.ShouldBe(2);
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var note = await house.Inbox.EntryAsync(conversation, "it is told", entry => (string?)entry["content"]!["key"] == "desk-not-told");
        note.Says().ShouldContain(said);
    }

    [Fact]
    public async Task A_file_Webim_refuses_is_named_there()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Refusal("not_allowed_file_type", 400) { Method = "send_message", Whom = visitor.Id });

        customer.SendDocument(new SimulatedFile("plan.dwg", "image/vnd.dwg", "AC1032"u8.ToArray()), "The plan");

        await visitor.WaitForMessageAsync(message => message.Text == "The plan", Never).Soon();
        visitor.FromVisitor[1].Text.ShouldBe("📎 plan.dwg");
    }

    [Fact]
    public async Task A_signature_Webim_finds_too_old_is_made_anew_once()
    {
        var stand = await house.OpenAsync(new JsonObject { ["signVisitorFields"] = true, ["privateKey"] = "0f1e2d3c4b5a69788796a5b4c3d2e1f0" });
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Refusal("provided-visitor-expired", 400) { Method = "send_message", Whom = visitor.Id });

        customer.SendText("signed");

        await visitor.WaitForMessageAsync(message => message.Text == "signed", Never).Soon();
        house.Webim.Calls.Of("send_message").Where(call => (string?)call.Body["visitor_id"] == visitor.Id)
            .ShouldAllBe(call => ((string)call.Body["visitor"]!["hash"]!).Length == 64);
    }

    [Fact]
    public async Task Where_repeats_are_not_wanted_a_lost_answer_is_said_and_nothing_is_sent_twice()
    {
        var stand = await house.OpenAsync(new JsonObject { ["retryUnknown"] = false });
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Fault.LostAnswer { Method = "send_message", Whom = visitor.Id });

        customer.SendText("once");
        customer.SendText("next");

        await visitor.WaitForMessageAsync(message => message.Text == "next", Never).Soon();
        house.Webim.Calls.Of("send_message").Count(call => (string?)call.Body["message"]!["text"] == "once").ShouldBe(1);
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        await house.Inbox.EntryAsync(conversation, "it is told", entry => (string?)entry["content"]!["key"] == "desk-not-told");
    }

    [Fact]
    public async Task One_visitor_Webim_does_not_answer_for_holds_up_nobody_else()
    {
        var stand = await house.OpenAsync();
        var (slow, visitor) = await stand.GreetedAsync();
        var hang = house.Webim.Faults.Add(new Fault.Hang { Method = "send_message", Whom = visitor.Id });
        slow.SendText("hangs");
        await hang.Reached.Soon();

        var (_, other) = await stand.GreetedAsync("quick");

        other.FromVisitor.ShouldHaveSingleItem();
        hang.Release();
        await visitor.WaitForMessageAsync(message => message.Text == "hangs", Never).Soon();
    }

    [Fact]
    public async Task Every_name_of_the_account_can_be_another()
    {
        var names = new WebimNames("/in", "/out", "user.external_id", "user.about", "msg", "query:key");
        await using var webim = await WebimSimulator.StartAsync(new WebimSimulatorOptions { Names = names }, TimeProvider.System, Never);
        var contract = new JsonObject
        {
            ["sendPath"] = "/in", ["closePath"] = "/out", ["visitorIdField"] = "user.external_id", ["fieldsField"] = "user.about",
            ["messageField"] = "msg", ["auth"] = "query:key", ["callbackVisitorIdFields"] = new JsonArray("person"),
            ["deliverKinds"] = new JsonArray("reply"), ["timeoutSeconds"] = 5,
        };
        var stand = await WebimStand.OpenAsync(
            house.Server.Client, webim, await house.ConnectAsync(), new JsonObject { ["contract"] = contract });
        var (customer, visitor) = await stand.GreetedAsync();

        var answered = await stand.Account.CallAsync(
            new JsonObject { ["person"] = visitor.Id, ["message"] = new JsonObject { ["id"] = "1", ["kind"] = "reply", ["text"] = "Hello" } }, Never);

        answered.Status.ShouldBe(200);
        await customer.WaitForMessageAsync(message => message.Text == "Hello", Never).Soon();
    }

    [Fact]
    public async Task Where_it_is_wanted_Webim_hears_that_a_conversation_was_closed_here()
    {
        var stand = await house.OpenAsync(new JsonObject { ["closeChats"] = true });
        var (customer, visitor) = await stand.GreetedAsync();
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        await visitor.TellAsync("chat_started", Never);
        await house.Inbox.EntryAsync(conversation, "the chat began", entry => (string?)entry["content"]!["key"] == "chat-started");

        await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/close", null);

        await Eventually.Is("the chat is closed", () => visitor.IsClosed, Never);
    }
}

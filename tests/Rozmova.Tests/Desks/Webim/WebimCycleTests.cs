using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Webim;
using Rozmova.Testing;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>A customer on Telegram, operators at Webim, and everything between them.</summary>
public sealed class WebimCycleTests(WebimHouse house) : IClassFixture<WebimHouse>
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task What_a_customer_writes_reaches_Webim_and_its_operators_answer_reaches_the_customer()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync("Is it in stock?");

        var written = visitor.FromVisitor.ShouldHaveSingleItem();
        var answered = await visitor.ReplyAsync("Доброго дня, є.", Never);

        (written.Kind, written.Text).ShouldBe(("visitor", "Is it in stock?"));
        ((string?)visitor.Fields!["id"], (string?)visitor.Fields["info"]).ShouldBe((visitor.Id, "telegram"));
        (answered.Status, (string?)answered.Body!["result"]).ShouldBe((200, "ok"));
        await customer.WaitForMessageAsync(message => message.Text == "Доброго дня, є.", Never).Soon();
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var sent = await house.Inbox.EntryAsync(conversation, "it was sent", entry => entry.Text("status") == "sent");
        (sent["author"]!.Text("kind"), sent["author"]!.Text("name"), sent["author"]!["id"]).ShouldBe(("operator", "Operator 7", null));
        (await house.Inbox.ConversationAsync(conversation))["claim"].ShouldBeNull();
    }

    [Fact]
    public async Task What_was_written_while_Webim_was_away_arrives_in_order_and_once()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Fault.LostAnswer { Method = "send_message", Whom = visitor.Id });
        house.Webim.Faults.Add(new HtmlPage { Method = "send_message", Whom = visitor.Id });

        for (var number = 1; number <= 5; number++)
        {
            customer.SendText($"word {number}");
        }

        await Eventually.Is("all is there", () => Task.FromResult(visitor.FromVisitor.Count == 6), TimeSpan.FromSeconds(30), Never);
        visitor.FromVisitor.Skip(1).Select(message => message.Text).ShouldBe(Enumerable.Range(1, 5).Select(number => $"word {number}"));
        var ids = house.Webim.Calls.Of("send_message")
            .Where(call => (string?)call.Body["visitor_id"] == visitor.Id).Select(call => (string?)call.Body["message"]!["id"]).ToList();
        ids.Skip(1).Take(3).Distinct().Count().ShouldBe(1); // the same id at every try
        (await stand.ReadAsync()).Text("state").ShouldBe("connected");
    }

    [Fact]
    public async Task Words_among_operators_and_our_own_that_come_back_never_reach_the_customer()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        string[] kinds =
        [
            "for_operator", "visitor", "file_visitor", "sticker_visitor", "keyboard_response", "info", "operator_busy", "cont_req",
            "contacts", "action_request", "for_operators", "OPERATOR",
        ];

        foreach (var kind in kinds)
        {
            (await visitor.SayAsync(new JsonObject { ["kind"] = kind, ["text"] = "secret" }, Never)).Status.ShouldBe(200);
        }

        var own = visitor.FromVisitor[0].Json.DeepClone().AsObject();
        own["kind"] = "operator"; // even so it is what the customer wrote
        await visitor.SayAsync(own, Never);
        await visitor.ReplyAsync("The only one", Never);
        await customer.WaitForMessageAsync(message => message.Text == "The only one", Never).Soon();
        customer.BotMessages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_comes_again_is_sent_once()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var message = new JsonObject { ["id"] = "again", ["kind"] = "operator", ["text"] = "Once" };

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visitor.SayAsync(message.DeepClone().AsObject(), Never)));
        await visitor.SayAsync(message, Never);
        await visitor.ReplyAsync("The end", Never);

        await customer.WaitForMessageAsync(said => said.Text == "The end", Never).Soon();
        customer.BotMessages.Select(said => said.Text).ShouldBe(["Once", "The end"]);
    }

    [Fact]
    public async Task A_callback_without_an_id_is_known_by_its_bytes_and_chat()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        JsonObject Body(int chat) => new() { ["visitor_id"] = visitor.Id, ["chat_id"] = chat, ["message"] = "Hello" };

        await stand.Account.CallAsync(Body(1), Never);
        await stand.Account.CallAsync(Body(1), Never);
        await stand.Account.CallAsync(Body(2), Never);
        await visitor.ReplyAsync("The end", Never);

        await customer.WaitForMessageAsync(said => said.Text == "The end", Never).Soon();
        customer.BotMessages.Select(said => said.Text).ShouldBe(["Hello", "Hello", "The end"]);
    }

    [Fact]
    public async Task A_press_of_a_button_goes_back_to_the_message_that_offered_it()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();

        await visitor.OfferAsync("Deliver it?", ["Yes", "No"], Never);
        var offered = await customer.WaitForMessageAsync(message => message.Buttons.Count == 2, Never).Soon();
        customer.PressInlineButton(offered.Id, "Yes");

        var pressed = await visitor.WaitForMessageAsync(message => message.Kind == "keyboard_response", Never).Soon();
        offered.Text.ShouldBe("Deliver it?");
        pressed.Json["data"]!["button"]!.ToJsonString().ShouldBe("""{"id":"yes","text":"Yes"}""");
        var keyboard = visitor.Messages.Single(message => message.Kind == "keyboard");
        pressed.Json["data"]!["request"]!.Text("messageId").ShouldBe(keyboard.Id);
    }

    [Fact]
    public async Task Buttons_the_messenger_cannot_carry_are_numbered_lines_and_the_number_is_the_press()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var longest = new string('x', 80); // Telegram takes 64 bytes

        await visitor.OfferAsync("Which one?", ["Red", longest], Never);
        var offered = await customer.WaitForMessageAsync(message => message.Text!.StartsWith("Which one?", StringComparison.Ordinal), Never).Soon();
        customer.SendText("1");

        offered.Text.ShouldBe($"Which one?\n\n1. Red\n2. {longest}");
        var pressed = await visitor.WaitForMessageAsync(message => message.Kind == "keyboard_response", Never).Soon();
        pressed.Json["data"]!["button"]!.ToJsonString().ShouldBe("""{"id":"red","text":"Red"}""");
    }

    [Fact]
    public async Task An_operators_edit_and_deletion_are_made_on_the_customers_phone()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        await visitor.ReplyAsync("Tomorow", Never);
        await visitor.ReplyAsync("Not this", Never);
        await customer.WaitForMessageAsync(message => message.Text == "Not this", Never).Soon();
        var (first, second) = (visitor.Messages[^2], visitor.Messages[^1]);

        await visitor.EditAsync(first, "Tomorrow", Never);
        await visitor.EditAsync(first, "Tomorrow at nine", Never);
        await visitor.DeleteAsync(second, Never);

        await customer.WaitUntilAsync(
            person => person.Messages.Any(message => message.Text == "Tomorrow at nine")
                && person.Messages.Any(message => message.IsDeleted),
            Never).Soon();
        customer.BotMessages.Count(message => !message.IsDeleted).ShouldBe(1);
    }

    [Fact]
    public async Task A_customers_edit_is_told_as_such()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync("Three roses");

        customer.Edit(customer.Messages[0].Id, "Five roses");

        await visitor.WaitForMessageAsync(message => message.Text == "✎ Five roses", Never).Soon();
    }

    [Fact]
    public async Task What_happens_to_a_chat_is_told_in_the_conversation_and_closes_it()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);

        foreach (var happened in new[] { "chat_started", "chat_started", "chat_assigned", "chat_assigned", "chat_closed", "chat_closed" })
        {
            (await visitor.TellAsync(happened, Never)).Status.ShouldBe(200);
        }

        await house.Inbox.EntryAsync(conversation, "it was closed", entry => (string?)entry["content"]!["key"] == "chat-closed");
        var events = (await house.Inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "event").ToList();
        events.Select(entry => entry.Says()).ShouldBe(
            ["Help desk: a chat began.", "Help desk: Operator 7 took the chat.", "Help desk: the chat was closed."]);
        (await house.Inbox.ConversationAsync(conversation)).Text("status").ShouldBe("closed");
        customer.BotMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_goes_out_though_one_of_ours_holds_the_conversation_and_they_are_told()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        var colleague = (await house.Server.HireAsync(1))[0];
        await new Inbox(colleague.Client).ClaimAsync(conversation);

        await visitor.ReplyAsync("One", Never);
        await visitor.ReplyAsync("Two", Never);

        await customer.WaitForMessageAsync(message => message.Text == "Two", Never).Soon();
        var entries = await house.Inbox.EntriesAsync(conversation);
        entries.Count(entry => (string?)entry["content"]!["key"] == "answered-elsewhere").ShouldBe(1);
        (await house.Inbox.ConversationAsync(conversation))["claim"]!.Text("name").ShouldBe(colleague.Name);
    }

    [Fact]
    public async Task An_answer_that_does_not_arrive_is_told_at_Webim()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        customer.BlockBot();

        await visitor.ReplyAsync("Are you there?", Never);

        var notice = await visitor.WaitForMessageAsync(message => message.Text!.StartsWith("⚠ Not", StringComparison.Ordinal), Never).Soon();
        notice.Text!.ShouldContain("«Are you there?»");
        notice.Json.Text("name").ShouldBe("Rozmova");
    }
}

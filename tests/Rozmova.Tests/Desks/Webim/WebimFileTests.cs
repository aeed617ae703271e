using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>Files between a customer and Webim's operators.</summary>
public sealed class WebimFileTests(WebimHouse house) : IClassFixture<WebimHouse>
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task Webim_fetches_a_customers_file_and_reads_its_caption_behind_it()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var photo = Samples.Bouquet(330);

        customer.SendPhoto(photo, "This one?");
        customer.SendText("Tell me");

        await visitor.WaitForMessageAsync(message => message.Text == "Tell me", Never).Soon();
        visitor.FromVisitor.Skip(1).Select(message => message.Kind).ShouldBe(["file_visitor", "visitor", "visitor"]);
        visitor.FromVisitor[2].Text.ShouldBe("This one?");
        (await visitor.FromVisitor[1].File!.Soon()).Content.ToArray().ShouldBe(photo.Content.ToArray());
        visitor.FromVisitor[1].Json["data"]!.Text("media_type").ShouldStartWith("image/");
    }

    [Fact]
    public async Task A_message_waits_for_its_file_and_those_behind_it_for_the_message()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var hang = house.Simulator.Faults.Add(new Fault.Hang { Method = "getFile" });

        customer.SendPhoto(Samples.Bouquet(330));
        customer.SendText("After it");
        await hang.Reached.Soon();
        hang.Release();

        await visitor.WaitForMessageAsync(message => message.Text == "After it", Never).Soon();
        visitor.FromVisitor.Skip(1).Select(message => message.Kind).ShouldBe(["file_visitor", "visitor"]);
    }

    [Fact]
    public async Task An_operators_picture_is_a_picture_on_the_customers_phone()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();

        (await visitor.SendFileAsync(Samples.Bouquet(90), Never)).Status.ShouldBe(200);

        await customer.WaitForMessageAsync(message => message.Json["photo"] is not null, Never).Soon();
    }

    [Fact]
    public async Task An_operators_document_keeps_its_name_and_order()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();

        await visitor.SendFileAsync(new SimulatedFile("invoice.pdf", "application/pdf", "%PDF-1.4 invoice"u8.ToArray()), Never);
        await visitor.ReplyAsync("That was the invoice", Never);

        await customer.WaitForMessageAsync(message => message.Text == "That was the invoice", Never).Soon();
        customer.BotMessages[0].Json["document"]!.Text("file_name").ShouldBe("invoice.pdf");
    }

    [Fact]
    public async Task A_file_at_an_address_inside_our_network_is_not_fetched_and_the_operator_hears_it()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();

        var inside = new JsonObject { ["url"] = $"http://localhost:{house.Server.Address.Port}/health/live" };
        await visitor.SayAsync(new JsonObject { ["kind"] = "file_operator", ["data"] = inside }, Never);

        await visitor.WaitForMessageAsync(message => message.Text!.StartsWith("⚠ Not", StringComparison.Ordinal), Never).Soon();
        customer.BotMessages.ShouldBeEmpty();
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        await house.Inbox.EntryAsync(conversation, "it is told here too", entry => (string?)entry["content"]!["key"] == "desk-not-sent");
    }

    [Fact]
    public async Task A_file_that_is_gone_is_told_and_what_follows_is_sent()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();

        await visitor.SayAsync(
            new JsonObject { ["kind"] = "file_operator", ["data"] = new JsonObject { ["url"] = "/files/none?hash=x", ["name"] = "a.pdf" } }, Never);
        await visitor.ReplyAsync("Did you get it?", Never);

        await customer.WaitForMessageAsync(message => message.Text == "Did you get it?", Never).Soon();
        var notice = await visitor.WaitForMessageAsync(message => message.Text!.StartsWith("⚠ Not", StringComparison.Ordinal), Never).Soon();
        notice.Text!.ShouldContain("404");
    }

    [Fact]
    public async Task A_file_that_cannot_be_had_now_is_fetched_again()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        house.Webim.Faults.Add(new Fault.HttpStatus(503) { Method = Faults.Download });

        await visitor.SendFileAsync(new SimulatedFile("price.pdf", "application/pdf", "%PDF-1.4 price"u8.ToArray()), Never);

        await customer.WaitForMessageAsync(message => message.Json["document"] is not null, Never).Soon();
    }

    [Fact]
    public async Task A_file_that_is_not_ready_yet_is_awaited()
    {
        var stand = await house.OpenAsync();
        var (customer, visitor) = await stand.GreetedAsync();
        var early = new JsonObject { ["file"] = new JsonObject { ["state"] = "upload", ["desc"] = new JsonObject { ["guid"] = "g" } } };

        (await visitor.SayAsync(new JsonObject { ["kind"] = "file_operator", ["data"] = early }, Never)).Status.ShouldBe(200);
        await visitor.ReplyAsync("The end", Never);

        await customer.WaitForMessageAsync(message => message.Text == "The end", Never).Soon();
        customer.BotMessages.ShouldHaveSingleItem();
    }
}

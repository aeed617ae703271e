using System.Net.Http.Json;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Desks.Telegram;

/// <summary>What operators write in their private chat with the desk's bot reaches the customer, once.</summary>
public sealed class DeskReplyTests(DeskHouse house) : IClassFixture<DeskHouse>
{
    [Fact]
    public async Task Texts_files_and_places_reach_the_customer_in_the_order_they_were_written()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Replying Vira");
        var (customer, _) = await scene.AskedAsync();
        await scene.TakeAsync(vira, customer);

        vira.Phone.SendText("Yes: <pink> & white");
        vira.Phone.SendPhoto(Samples.Photo(320), "These");
        vira.Phone.SendVoice(Samples.Voice);
        vira.Phone.SendDocument(Samples.Document, "The price list");
        vira.Phone.SendLocation(50.4501, 30.5234);
        await customer.WaitForMessageAsync(message => message.Json.ContainsKey("location"), CancellationToken.None).Soon();

        var got = customer.BotMessages;
        got.Select(message => message.Text).ShouldBe(["Yes: <pink> & white", "These", null, "The price list", null]);
        got[1].Json.ContainsKey("photo").ShouldBeTrue();
        got[2].Json.ContainsKey("voice").ShouldBeTrue();
        got[3].Json.ContainsKey("document").ShouldBeTrue();
        await vira.Phone.WaitUntilAsync(
            phone => phone.Messages.Any(message => message.Text == "Yes: <pink> & white" && message.BotReaction == "👌"),
            CancellationToken.None).Soon();
        vira.Phone.Keyboard!.Rows[0][0].Text.ShouldContain(customer.Profile.FullName);
    }

    [Fact]
    public async Task An_update_that_comes_again_is_sent_once()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Repeating Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);

        var update = vira.Phone.SendText("Once");
        await customer.WaitForMessageAsync(message => message.Text == "Once", CancellationToken.None).Soon();
        scene.Bot.Redeliver(update);
        vira.Phone.SendText("Then");
        await customer.WaitForMessageAsync(message => message.Text == "Then", CancellationToken.None).Soon();

        customer.BotMessages.Select(message => message.Text).ShouldBe(["Once", "Then"]);
        (await scene.Inbox.EntriesAsync(conversation)).Count(entry => entry.Text("direction") == "outbound").ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_to_a_particular_message_answers_that_message_on_the_customers_phone()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Quoting Vira");
        var (customer, _) = await scene.AskedAsync();
        await scene.TakeAsync(vira, customer);
        var tulips = customer.SendText("And tulips?").MessageId;
        var roses = customer.SendPhoto(Samples.Photo(300)).MessageId;
        customer.SendText("Or roses?");
        var told = await vira.ReadsAsync("And tulips?");
        var photo = await vira.SeesAsync(message => message.Json.ContainsKey("photo"));
        await vira.ReadsAsync("Or roses?");
        vira.Phone.SendText("/stats");
        await vira.ReadsAsync("Today"); // which comes after all that was told is known to be

        vira.Phone.SendText("No tulips", replyTo: told.Id);
        vira.Phone.SendText("These we have", replyTo: photo.Id);
        vira.Phone.SendText("Anything else?");

        await customer.WaitForMessageAsync(message => message.Text == "Anything else?", CancellationToken.None).Soon();
        customer.BotMessages.Select(message => message.ReplyTo).ShouldBe([tulips, roses, null]);
    }

    [Fact]
    public async Task With_no_conversation_open_a_text_goes_nowhere_and_the_bot_says_so()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Idle Ihor");

        vira.Phone.SendText("Hello?");

        await vira.SeesAsync(message => message.Text == "No conversation is open: what you write goes nowhere. Choose one.");
    }

    [Fact]
    public async Task Whoever_lost_the_conversation_is_told_that_nothing_was_sent_and_what_to_do()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Former Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);
        var inConsole = (await house.Server.HireAsync(1))[0];
        (await house.Server.Client.PostAsJsonAsync(
            $"/api/v1/conversations/{conversation}/transfer", new { operatorId = inConsole.Id })).EnsureSuccessStatusCode();
        await vira.ReadsAsync($"{inConsole.Name} has this conversation now");

        var written = vira.Phone.SendText("Too late");

        var refused = await vira.ReadsAsync($"Not sent: {inConsole.Name} holds this conversation");
        refused.ReplyTo.ShouldBe(written.MessageId);
        customer.BotMessages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_past_a_message_not_seen_is_held_back_until_it_is_sent_all_the_same()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Hasty Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);
        (await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/release", null)).EnsureSuccessStatusCode();
        customer.SendText("Only white ones!");
        await scene.NoticeAsync(customer, message => message.Text!.Contains("Only white ones!", StringComparison.Ordinal));

        vira.Phone.SendText("Pink ones then");
        var refused = await vira.ReadsAsync("there is a newer message");
        customer.BotMessages.ShouldBeEmpty();
        await vira.PressAsync("Send it all the same");

        refused.Text!.ShouldContain("Only white ones!");
        await customer.WaitForMessageAsync(message => message.Text == "Pink ones then", CancellationToken.None).Soon();
    }

    [Fact]
    public async Task A_message_that_does_not_arrive_is_told_where_it_was_written_and_in_the_log_chat()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Unlucky Vira");
        var (customer, _) = await scene.AskedAsync();
        await scene.TakeAsync(vira, customer);
        customer.BlockBot();

        var written = vira.Phone.SendText("Are you there?");

        var told = await vira.ReadsAsync("Not delivered");
        told.ReplyTo.ShouldBe(written.MessageId);
        await scene.LogsAsync("Not delivered");
    }

    [Fact]
    public async Task A_note_stays_between_colleagues()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Noting Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);

        vira.Phone.SendText("/note calls on Friday");
        await vira.ReadsAsync("The note is kept");
        await vira.PressAsync("Note");
        vira.Phone.SendText("prefers white");
        await scene.Inbox.EntryAsync(conversation, "the second note is kept", entry => entry.Says() == "prefers white");

        (await NotesAsync(scene, conversation)).ShouldBe(["calls on Friday", "prefers white"]);
        vira.Phone.SendText("To the customer again");
        await customer.WaitForMessageAsync(message => message.Text == "To the customer again", CancellationToken.None).Soon();
        customer.BotMessages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_they_write_in_the_console_is_repeated_where_it_is_open()
    {
        var scene = await house.OpenAsync();
        var vira = await scene.HireAsync("Twofold Vira");
        var (customer, _) = await scene.AskedAsync();
        var conversation = await scene.TakeAsync(vira, customer);
        var key = await (await house.Server.Client.PostAsJsonAsync($"/api/v1/operators/{vira.Id}/keys", new { })).JsonAsync();

        await new Inbox(house.Server.CreateClient(key.Text("key"))).ReplyAsync(conversation, "From the console");

        var repeated = await vira.ReadsAsync("From the console");
        repeated.IsSilent.ShouldBeTrue();
        vira.Phone.SendText("From the phone");
        await customer.WaitForMessageAsync(message => message.Text == "From the phone", CancellationToken.None).Soon();
        vira.Phone.BotMessages.ShouldNotContain(message => message.Text!.Contains("From the phone", StringComparison.Ordinal));
    }

    private static async Task<List<string>> NotesAsync(DeskScene scene, string conversation) =>
        [.. (await scene.Inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "note").Select(entry => entry.Says())];
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests.Conversations;

/// <summary>What a Telegram customer can do, as the operator sees it.</summary>
public sealed class TelegramKindsTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task An_edit_shows_the_new_text_and_when()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.Edit(customer.Messages[0].Id, "Good evening");

        var edited = await house.Inbox.EntryAsync(conversation, "it is edited", entry => entry["editedAt"] is not null);
        edited.Says().ShouldBe("Good evening");
        (await house.Inbox.EntriesAsync(conversation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_is_tied_to_the_message_it_answers()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var ours = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Which size?"), "sent");

        customer.SendText("Medium", replyTo: customer.BotMessages[0].Id);

        var answer = await house.Inbox.EntryAsync(conversation, "the answer is there", entry => entry.Says() == "Medium");
        answer.Text("replyTo").ShouldBe(ours.Text("id"));
    }

    [Fact]
    public async Task Our_reply_to_a_message_is_a_reply_on_the_phone()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var question = (await house.Inbox.EntriesAsync(conversation, 1))[0];

        (await house.Inbox.PostAsync(conversation, "To that", replyTo: question.Text("id"))).EnsureSuccessStatusCode();

        var received = await customer.WaitForMessageAsync(_ => true, CancellationToken.None).Soon();
        received.ReplyTo.ShouldBe(customer.Messages[0].Id);
    }

    [Fact]
    public async Task Reactions_come_and_go()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var ours = await house.Inbox.StateAsync(await house.Inbox.ReplyAsync(conversation, "Done"), "sent");
        var received = customer.BotMessages[0].Id;

        customer.React(received, "👍");
        var liked = await house.Inbox.EntryAsync(
            conversation, "it is liked", entry => Is(entry, ours) && entry["reactions"]!.AsArray().Count == 1);
        customer.React(received, null);
        await house.Inbox.EntryAsync(
            conversation, "nobody likes it", entry => Is(entry, ours) && entry["reactions"]!.AsArray().Count == 0);

        liked["reactions"]![0]!.Text("emoji").ShouldBe("👍");
    }

    [Fact]
    public async Task An_album_is_every_picture_with_its_caption()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.SendAlbum([Samples.Photo(10), Samples.Photo(120), Samples.Photo(240)], "Which of these?");

        var entries = await house.Inbox.EntriesAsync(conversation, 4);
        entries.Skip(1).ShouldAllBe(entry => entry["content"]!.Text("type") == "image");
        entries.Select(entry => entry.Says()).ShouldBe(["Good day", "Which of these?", "", ""]);
    }

    [Fact]
    public async Task A_pressed_button_is_a_menu_message_with_key_and_label_and_stops_spinning()
    {
        var (customer, conversation) = await house.GreetedAsync();
        var content = new { type = "buttons", text = "Deliver?", buttons = new[] { new { text = "Yes, please", key = "deliver:yes" } } };
        (await house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content })).EnsureSuccessStatusCode();
        var shown = await customer.WaitForMessageAsync(message => message.Buttons.Count == 1, CancellationToken.None).Soon();

        customer.PressInlineButton(shown.Id, "Yes, please");

        var press = await house.Inbox.EntryAsync(conversation, "it is pressed", entry => entry["content"]!.Text("type") == "menu");
        press["content"]!.Text("key").ShouldBe("deliver:yes");
        press.Says().ShouldBe("Yes, please");
        press.Text("direction").ShouldBe("inbound");
        await customer.WaitUntilAsync(person => person.CallbackAnswers.Count == 1, CancellationToken.None).Soon();
    }

    [Fact]
    public async Task A_start_payload_is_kept()
    {
        var customer = (await house.ConnectAsync()).AddCustomer();

        customer.Start("spring-sale");

        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);
        (await house.Inbox.EntriesAsync(conversation, 1))[0].Says().ShouldContain("spring-sale");
    }

    [Fact]
    public async Task Blocking_and_unblocking_the_bot_are_events_of_the_conversation()
    {
        var (customer, conversation) = await house.GreetedAsync();

        customer.BlockBot();
        customer.UnblockBot();

        var entries = await house.Inbox.EntriesAsync(conversation, 3);
        entries.Skip(1).ShouldAllBe(entry => entry.Text("direction") == "event" && entry["status"] == null);
        entries[1].Says().ShouldContain("blocked");
        entries[2].Says().ShouldContain("unblocked");
    }

    [Theory]
    [InlineData("location")]
    [InlineData("contact")]
    [InlineData("sticker")]
    [InlineData("voice")]
    [InlineData("file")]
    public async Task Every_kind_keeps_its_type(string type)
    {
        var (customer, conversation) = await house.GreetedAsync();

        _ = type switch
        {
            "location" => customer.SendLocation(50.45, 30.52),
            "contact" => customer.SendContact(),
            "sticker" => customer.SendSticker(Samples.Sticker),
            "voice" => customer.SendVoice(Samples.Voice),
            _ => customer.SendDocument(Samples.Document, "The list"),
        };

        (await house.Inbox.EntriesAsync(conversation, 2))[1]["content"]!.Text("type").ShouldBe(type);
    }

    private static bool Is(JsonNode entry, JsonNode other) => entry.Text("id") == other.Text("id");
}

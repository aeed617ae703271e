using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Messaging.Platforms;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>Where a platform has no buttons, they are numbered lines, and the number a customer answers with is a press.</summary>
public sealed class TypedChoiceTests
{
    private static readonly PlatformCapabilities Plain = new() { Names = ["text", "buttons"], MaxTextLength = 200, MaxButtons = 1 };

    [Theory]
    [InlineData(Engine.Sqlite, "2")]
    [InlineData(Engine.Sqlite, " 2. ")]
    [InlineData(Engine.Sqlite, "return it")]
    [InlineData(Engine.Postgres, "2")]
    public async Task A_number_or_a_label_in_answer_to_numbered_lines_is_a_press(Engine engine, string answer)
    {
        await using var house = await StartAsync(engine);
        var (page, conversation) = await GreetedAsync(house);
        await AskAsync(house, conversation, "buttons");

        await page.PushAsync(PageEvents.Text("olena", "m2", answer, TimeProvider.System.GetUtcNow()));

        var press = await PressAsync(house, conversation);
        press.Text("key").ShouldBe("back");
        press.Text("text").ShouldBe("Return it");
    }

    [Fact]
    public async Task A_menu_without_a_place_becomes_numbered_lines_too()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        var posted = await AskAsync(house, conversation, "menu");
        posted["content"]!.Text("type").ShouldBe("text");
        posted.Says().ShouldBe("What next?\n\n1. Track it\n2. Return it\n3. Our shop: https://shop.example/");
        posted["content"]!["buttons"]!.AsArray().Select(button => button!.Text("text")).ShouldBe(["Track it", "Return it", "Our shop"]);

        await page.PushAsync(PageEvents.Text("olena", "m2", "1", TimeProvider.System.GetUtcNow()));

        (await PressAsync(house, conversation)).Text("key").ShouldBe("track");
    }

    [Theory]
    [InlineData("4")]
    [InlineData("3")]
    [InlineData("2 pieces")]
    [InlineData("0")]
    public async Task What_names_no_button_with_a_key_stays_a_text(string answer)
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        await AskAsync(house, conversation, "buttons");

        await page.PushAsync(PageEvents.Text("olena", "m2", answer, TimeProvider.System.GetUtcNow()));

        var entry = await house.Inbox.EntryAsync(conversation, "it is there", entry => entry.Says() == answer);
        entry["content"]!.Text("type").ShouldBe("text");
    }

    [Fact]
    public async Task Newer_buttons_that_the_platform_shows_end_the_choice()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        await AskAsync(house, conversation, "buttons");
        await house.Inbox.ReplyAsync(conversation, "Take your time.");
        await page.PushAsync(PageEvents.Text("olena", "m2", "2", TimeProvider.System.GetUtcNow()));
        await PressAsync(house, conversation);

        await PostAsync(house, conversation, new { type = "buttons", text = "Sure?", buttons = new[] { new { text = "Yes", key = "y" } } });
        await page.PushAsync(PageEvents.Text("olena", "m3", "1", TimeProvider.System.GetUtcNow()));

        (await house.Inbox.EntryAsync(conversation, "it is a text", entry => entry.Says() == "1"))["content"]!.Text("type").ShouldBe("text");
    }

    [Fact]
    public async Task A_choice_that_was_taken_back_is_none()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        var asked = await AskAsync(house, conversation, "buttons");
        await house.Inbox.EntryAsync(conversation, "it is out", entry => entry.Text("id") == asked.Text("id") && entry.Text("status") == "sent");
        await page.PushAsync(PageEvents.Deleted("olena", (await house.Inbox.EntryAsync(conversation, "it has an id",
            entry => entry.Text("id") == asked.Text("id"))).Text("platformMessageId")));

        await page.PushAsync(PageEvents.Text("olena", "m2", "2", TimeProvider.System.GetUtcNow()));

        (await house.Inbox.EntryAsync(conversation, "it is a text", entry => entry.Says() == "2"))["content"]!.Text("type").ShouldBe("text");
    }

    [Fact]
    public async Task The_same_answer_again_is_one_press()
    {
        await using var house = await StartAsync(Engine.Sqlite);
        var (page, conversation) = await GreetedAsync(house);
        await AskAsync(house, conversation, "buttons");
        var answer = PageEvents.Text("olena", "m2", "2", TimeProvider.System.GetUtcNow());

        await page.PushAsync(answer.DeepClone().AsObject(), answer.DeepClone().AsObject());
        await page.PushAsync(answer);
        await page.PushAsync(PageEvents.Text("olena", "m3", "Thanks", TimeProvider.System.GetUtcNow()));

        await house.Inbox.EntryAsync(conversation, "all was read", entry => entry.Says() == "Thanks");
        (await house.Inbox.EntriesAsync(conversation)).Count(entry => entry["content"]!.Text("type") == "menu").ShouldBe(1);
    }

    private static async Task<PageHouse> StartAsync(Engine engine) => await PageHouse.StartAsync(
        new PagePlatform { Capabilities = Plain }, new RozmovaSetup { Database = await engine.CreateAsync() });

    private static async Task<(Page Page, string Conversation)> GreetedAsync(PageHouse house)
    {
        var page = await house.ConnectAsync();
        await page.PushAsync(PageEvents.Text("olena", "m1", "Good day", TimeProvider.System.GetUtcNow()));
        return (page, await house.ConversationAsync());
    }

    private static Task<JsonNode> AskAsync(PageHouse house, string conversation, string type) => PostAsync(house, conversation, Question(type));

    private static object Question(string type) => new
    {
        type,
        text = "What next?",
        buttons = new object[]
        {
            new { text = "Track it", key = "track" }, new { text = "Return it", key = "back" },
            new { text = "Our shop", url = "https://shop.example/" },
        },
    };

    private static async Task<JsonNode> PostAsync(PageHouse house, string conversation, object content)
    {
        var answer = await house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new { content });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static async Task<JsonNode> PressAsync(PageHouse house, string conversation) =>
        (await house.Inbox.EntryAsync(conversation, "it is a press", entry => entry["content"]!.Text("type") == "menu"))["content"]!;
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.WebChat;

/// <summary>Visitor and operator, each at their end of a web chat.</summary>
public sealed class WebChatTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_visitor_writes_and_has_the_answer_on_the_open_page(Engine engine)
    {
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        await visitor.WriteAsync("Are you open on Sunday?");
        await shop.Inbox.ReplyAsync(await shop.ConversationAsync(), "Yes, until nine.");

        var answer = await visitor.AwaitAsync("Yes, until nine.");
        answer["mine"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_visitor_who_comes_back_finds_the_history_without_notes_and_events()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        string token;
        await using (var visitor = await shop.InviteAsync())
        {
            token = visitor.Token;
            await visitor.WriteAsync("One");
            var conversation = await shop.ConversationAsync();
            await server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages",
                new { note = true, content = new { type = "text", text = "He always asks this." } });
            await shop.Inbox.ReplyAsync(conversation, "Two");
            await visitor.AwaitAsync("Two");
        }

        await using var back = await shop.InviteAsync(token);

        back.Token.ShouldBe(token);
        back.History.Select(WebVisitorSteps.TextOf).ShouldBe(["One", "Two"]);
    }

    [Fact]
    public async Task Older_pages_of_a_long_history_are_read_one_by_one()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("message 0");
        var conversation = await shop.ConversationAsync();
        for (var number = 1; number < 45; number++)
        {
            await shop.Inbox.ReplyAsync(conversation, $"message {number}");
        }

        await visitor.AwaitAsync("message 44");
        await using var back = await shop.InviteAsync(visitor.Token);
        await back.SayAsync(new JsonObject { ["type"] = "history", ["before"] = back.History[0]["id"]!.DeepClone() }, CancellationToken.None);
        var page = await back.NextAsync("history", CancellationToken.None).Soon();

        page["more"]!.GetValue<bool>().ShouldBeFalse();
        page["messages"]!.AsArray().Select(message => message!).Concat(back.History).Select(WebVisitorSteps.TextOf)
            .ShouldBe(Enumerable.Range(0, 45).Select(number => $"message {number}"));
    }

    [Fact]
    public async Task A_message_sent_again_after_a_lost_connection_is_there_once()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        var id = await visitor.SendTextAsync("Only once", CancellationToken.None).Soon();

        await using var back = await shop.InviteAsync(visitor.Token);
        await back.SendTextAsync("Only once", CancellationToken.None, id).Soon();
        await back.WriteAsync("and then this");

        var entries = await shop.Inbox.EntriesAsync(await shop.ConversationAsync(), 2);
        entries.Select(entry => entry["content"]!.Text("text")).ShouldBe(["Only once", "and then this"]);
    }

    [Fact]
    public async Task The_operator_sees_that_an_answer_was_delivered_and_read()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Hello?");
        var sent = await shop.Inbox.ReplyAsync(await shop.ConversationAsync(), "Hello!");
        var answer = await visitor.AwaitAsync("Hello!");

        await visitor.ReportAsync("delivered", CancellationToken.None, answer);
        await shop.Inbox.StateAsync(sent, "delivered");
        await visitor.ReportAsync("read", CancellationToken.None, answer);
        await shop.Inbox.StateAsync(sent, "read");
    }

    [Fact]
    public async Task The_visitor_sees_that_an_operator_has_read_and_is_typing()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Hello?");
        var conversation = await shop.ConversationAsync();

        (await server.Client.PostAsync($"/api/v1/conversations/{conversation}/read", null)).EnsureSuccessStatusCode();
        JsonNode seen;
        do
        {
            seen = await visitor.NextAsync("seen", CancellationToken.None).Soon();
        }
        while (seen["unread"]!.GetValue<int>() > 0);
        (await server.Client.PostAsync($"/api/v1/conversations/{conversation}/typing", null)).EnsureSuccessStatusCode();
        await visitor.NextAsync("typing", CancellationToken.None).Soon();
    }

    [Fact]
    public async Task The_visitor_sees_that_an_operator_types_in_the_console()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Hello?");
        var conversation = await shop.ConversationAsync();
        await using var console = await LiveListener.ConnectAsync(server.Address);

        await console.SendAsync($$"""{"type":"typing","conversationId":"{{conversation}}"}""");

        await visitor.NextAsync("typing", CancellationToken.None).Soon();
    }

    [Fact]
    public async Task What_an_operator_changes_or_takes_back_changes_on_the_page()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Price?");
        var conversation = await shop.ConversationAsync();
        var sent = await shop.Inbox.ReplyAsync(conversation, "100");
        await visitor.AwaitAsync("100");
        var path = $"/api/v1/conversations/{conversation}/messages/{sent.Text("id")}";

        (await server.Client.PatchAsJsonAsync(path, new { content = new { type = "text", text = "120" } })).EnsureSuccessStatusCode();
        (await visitor.AwaitAsync("120"))["edited"]!.GetValue<bool>().ShouldBeTrue();
        (await server.Client.DeleteAsync(path)).EnsureSuccessStatusCode();
        var gone = await visitor.WaitForMessageAsync(message => message["deleted"] is not null, CancellationToken.None).Soon();
        gone["content"]!.Text("text").ShouldBe("");
    }

    [Fact]
    public async Task A_pressed_button_comes_in_with_its_key_and_label()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Hello?");
        var conversation = await shop.ConversationAsync();
        await server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/messages", new
        {
            content = new { type = "buttons", text = "Which?", buttons = new[] { new { text = "Roses", key = "roses" } } },
        });
        var question = await visitor.AwaitAsync("Which?");
        question["content"]!["buttons"]![0]!.Text("key").ShouldBe("roses");

        await visitor.PressAsync("roses", "Roses", CancellationToken.None).Soon();

        var press = await shop.Inbox.EntryAsync(conversation, "the press is there", entry => entry["content"]!.Text("type") == "menu");
        press["content"]!.Text("key").ShouldBe("roses");
        press["content"]!.Text("text").ShouldBe("Roses");
    }

    [Fact]
    public async Task What_the_widget_cannot_show_is_refused_before_it_is_sent()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();
        await visitor.WriteAsync("Hello?");

        var answer = await server.Client.PostAsJsonAsync($"/api/v1/conversations/{await shop.ConversationAsync()}/messages",
            new { content = new { type = "template", key = "welcome" } });

        ((int)answer.StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task The_widget_is_told_whether_anybody_is_there()
    {
        await using var server = await RozmovaServer.StartAsync();
        string[] days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        var anotherDay = days[(int)TimeProvider.System.GetUtcNow().AddDays(3).DayOfWeek];
        var shop = await WebShop.OpenAsync(server, new
        {
            title = "Flowers", greeting = "Ask us", away = "Back soon.", hours = new[] { $"{anotherDay} 09:00-18:00" }, timeZone = "Europe/Kyiv",
        });
        var open = await WebShop.OpenAsync(server, new { });

        var settings = await shop.SettingsAsync();
        settings.Text("title").ShouldBe("Flowers");
        settings.Text("colour").ShouldBe("#1f6f5c");
        settings.Text("away").ShouldBe("Back soon.");
        settings["opensAt"].ShouldNotBeNull();
        settings["open"]!.GetValue<bool>().ShouldBeFalse();
        (await open.SettingsAsync())["open"]!.GetValue<bool>().ShouldBeTrue();
    }
}

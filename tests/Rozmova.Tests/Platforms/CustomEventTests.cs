using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rozmova.Testing;

namespace Rozmova.Tests.Platforms;

/// <summary>What becomes of messages on a custom channel: told by its system, and told to it where it asks.</summary>
public sealed class CustomEventTests : IAsyncLifetime
{
    private const string TheirId = "theirs-1";

    private RozmovaServer _program = null!;
    private CallbackReceiver _receiver = null!;

    private Inbox Inbox => new(_program.Client);

    public async Task InitializeAsync()
    {
        _program = await RozmovaServer.StartAsync(Loopback);
        _receiver = await CallbackReceiver.StartAsync(context => context.Response.WriteAsJsonAsync(new { id = TheirId }));
    }

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _program.DisposeAsync();
    }

    [Fact]
    public async Task A_message_of_ours_is_delivered_read_and_liked_by_our_own_id_of_it()
    {
        var (shop, conversation) = await GreetedAsync();
        var ours = await SentAsync(conversation);

        await TellAsync(shop, new { id = "e1", type = "delivered", message = ours, from = new { id = "olena" } });
        await Inbox.EntryAsync(conversation, "it is delivered", entry => IsIn(entry, ours, "delivered"));
        await TellAsync(shop, new { id = "e2", type = "read", message = ours, from = new { id = "olena" } });
        await TellAsync(shop, new { id = "e1", type = "delivered", message = ours, from = new { id = "olena" } });
        await TellAsync(shop, new { id = "e3", type = "reaction", message = ours, emoji = "👍", from = new { id = "olena" }, sentAt = Now });

        var liked = await Inbox.EntryAsync(
            conversation, "it is liked", entry => entry.Text("id") == ours && entry["reactions"]!.AsArray().Count == 1);
        liked.Text("status").ShouldBe("read");
        liked.Text("platformMessageId").ShouldBe(TheirId);
    }

    [Fact]
    public async Task Everything_until_a_moment_is_read_at_once()
    {
        var (shop, conversation) = await GreetedAsync();
        var ours = await SentAsync(conversation);

        await TellAsync(shop, new { id = "e1", type = "read", from = new { id = "olena" }, sentAt = Now });

        await Inbox.EntryAsync(conversation, "it is read", entry => IsIn(entry, ours, "read"));
    }

    [Fact]
    public async Task What_a_customer_wrote_is_edited_and_taken_back_even_before_it_comes()
    {
        var (shop, conversation) = await GreetedAsync();

        await TellAsync(shop, Edit("m1", new { type = "text", text = "Good evening" }));
        await Inbox.EntryAsync(conversation, "the new words", entry => entry.Says() == "Good evening" && entry["editedAt"] is not null);
        await TellAsync(shop, new { id = "e2", type = "delete", message = "m1", from = new { id = "olena" } });
        await TellAsync(shop, new { id = "e3", type = "delete", message = "m2", from = new { id = "olena" } });
        await shop.TellAsync("m2", "olena", "Too late", Now);

        await Inbox.EntryAsync(
            conversation, "the second is gone too", entry => entry.Text("platformMessageId") == "m2" && entry["deletedAt"] is not null);
        var all = await _program.Client.GetStringAsync($"/api/v1/conversations/{conversation}/messages");
        all.ShouldNotContain("Good evening");
        all.ShouldNotContain("Too late");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_message_that_was_taken_back_is_found_nowhere(Engine engine)
    {
        await using var program = await RozmovaServer.StartAsync(Loopback with { Database = await engine.CreateAsync() });
        await using var files = await CallbackReceiver.StartAsync(context => context.Response.Body.WriteAsync(Picture).AsTask());
        var shop = await CustomShop.ConnectAsync(program, _receiver.Address);
        var inbox = new Inbox(program.Client);
        var content = new { type = "image", url = files.Address, text = "Marzipan" };
        await TellAsync(shop, new { id = "m1", from = new { id = "olena" }, sentAt = Now, content });
        var conversation = await inbox.FirstConversationAsync();
        var shown = await inbox.EntryAsync(conversation, "its file is here", entry => entry["content"]!.Text("media") == "ready");
        await TellAsync(shop, Edit("m1", new { type = "image", url = files.Address, text = "Nougat" }));
        await inbox.EntryAsync(conversation, "it is edited", entry => entry.Says() == "Nougat");

        await TellAsync(shop, new { id = "e2", type = "delete", message = "m1", from = new { id = "olena" } });

        await inbox.EntryAsync(conversation, "it is taken back", entry => entry["deletedAt"] is not null);
        (await inbox.GetAsync("/api/v1/conversations?q=Marzipan"))["items"]!.AsArray().ShouldBeEmpty();
        (await inbox.GetAsync("/api/v1/conversations?q=Nougat"))["items"]!.AsArray().ShouldBeEmpty();
        (await inbox.GetAsync($"/api/v1/conversations/{conversation}/messages/{shown.Text("id")}/earlier"))["items"]!.AsArray().ShouldBeEmpty();
        (await program.Client.GetAsync(shown["content"]!.Text("url"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_persons_message_is_not_changed_by_an_id_that_is_guessed()
    {
        var (_, conversation) = await GreetedAsync();
        var ours = await SentAsync(conversation);
        var stranger = await CustomShop.ConnectAsync(_program, _receiver.Address);
        await stranger.TellAsync("s1", "petro", "Hello", Now);

        await TellAsync(stranger, new { id = "e1", type = "read", message = ours, from = new { id = "petro" } });
        await stranger.TellAsync("s2", "petro", "Behind it", Now);

        await Eventually.Is("both were read", async () =>
            (await _program.Client.GetStringAsync("/api/v1/conversations")).Contains("Behind it", StringComparison.Ordinal), CancellationToken.None);
        (await Inbox.EntriesAsync(conversation)).ShouldContain(entry => IsIn(entry, ours, "sent"));
    }

    [Fact]
    public async Task Something_of_a_type_nobody_knows_is_shown_as_unsupported()
    {
        var (shop, conversation) = await GreetedAsync();

        await TellAsync(shop, new { id = "e1", type = "poll", from = new { id = "olena" }, question = "?" });

        var shown = await Inbox.EntryAsync(conversation, "it is shown", entry => entry["content"]!.Text("type") == "unsupported");
        shown["content"]!.Text("key").ShouldBe("poll");
    }

    [Fact]
    public async Task Our_edits_deletions_reactions_and_typing_are_told_where_the_channel_asks()
    {
        var (shop, conversation) = await GreetedAsync("edit", "delete", "reaction", "read", "typing");
        var greeting = (await Inbox.EntriesAsync(conversation))[0].Text("id");
        var ours = await SentAsync(conversation);
        var path = $"/api/v1/conversations/{conversation}/messages";
        shop.Channel["capabilities"]!.ToJsonString().ShouldContain("edit");

        var content = new { type = "text", text = "Yes, three" };
        (await _program.Client.PatchAsJsonAsync($"{path}/{ours}", new { content })).EnsureSuccessStatusCode();
        (await _program.Client.PutAsJsonAsync($"{path}/{greeting}/reaction", new { emoji = "👍" })).EnsureSuccessStatusCode();
        (await _program.Client.DeleteAsync($"{path}/{ours}")).EnsureSuccessStatusCode();
        (await _program.Client.PostAsync($"/api/v1/conversations/{conversation}/typing", null)).EnsureSuccessStatusCode();

        var edited = await ToldAsync("edit");
        edited.Text("message").ShouldBe(ours);
        edited["content"]!.Text("text").ShouldBe("Yes, three");
        edited["to"]!.Text("id").ShouldBe("olena");
        (await ToldAsync("reaction")).Text("message").ShouldBe("m1");
        (await ToldAsync("reaction")).Text("emoji").ShouldBe("👍");
        (await ToldAsync("delete")).Text("message").ShouldBe(ours);
        (await ToldAsync("read")).Text("message").ShouldBe("m1");
        await ToldAsync("typing");
    }

    [Fact]
    public async Task Who_did_not_ask_is_told_of_messages_only()
    {
        var (shop, conversation) = await GreetedAsync();
        var ours = await SentAsync(conversation);
        shop.Channel["capabilities"]!.AsArray().Select(name => (string?)name).ShouldNotContain("edit");
        shop.Channel["limits"]!["canReact"]!.GetValue<bool>().ShouldBeFalse();

        var refused = await _program.Client.PatchAsJsonAsync(
            $"/api/v1/conversations/{conversation}/messages/{ours}", new { content = new { type = "text", text = "Yes, three" } });

        (await refused.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported")).Text("detail").ShouldContain("events");
        _receiver.Bodies.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_may_be_told_is_checked_when_the_channel_is_made()
    {
        var settings = new { secret = CustomShop.Secret, events = new[] { "edit", "poll" } };

        var answer = await _program.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "custom", name = "Own shop", settings });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.JsonAsync()).Text("detail").ShouldContain("reaction");
    }

    private static RozmovaSetup Loopback => new() { Settings = new Dictionary<string, string> { ["AllowPrivateAddresses"] = "true" } };

    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0];

    private static object Edit(string message, object content) =>
        new { id = "e1", type = "edit", message, from = new { id = "olena" }, content, sentAt = Now };

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task<(CustomShop Shop, string Conversation)> GreetedAsync(params string[] events)
    {
        var shop = await CustomShop.ConnectAsync(_program, _receiver.Address, events);
        await shop.TellAsync("m1", "olena", "Good day", Now);
        return (shop, await Inbox.FirstConversationAsync());
    }

    private async Task<string> SentAsync(string conversation)
    {
        var ours = (await Inbox.ReplyAsync(conversation, "Yes, two")).Text("id");
        await Inbox.EntryAsync(conversation, "it is out", entry => IsIn(entry, ours, "sent"));
        return ours;
    }

    private static bool IsIn(JsonNode entry, string id, string status) => entry.Text("id") == id && entry.Text("status") == status;

    private static async Task TellAsync(CustomShop shop, object told)
    {
        var answer = await shop.SendAsync(JsonSerializer.SerializeToUtf8Bytes(told));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<JsonNode> ToldAsync(string type)
    {
        JsonNode? told = null;
        await Eventually.Is($"{type} is told", () => (told = Find(type)) is not null, CancellationToken.None);
        return told!;
    }

    private JsonNode? Find(string type) =>
        _receiver.Bodies.Select(body => JsonNode.Parse(body)!).FirstOrDefault(told => (string?)told["type"] == type);
}

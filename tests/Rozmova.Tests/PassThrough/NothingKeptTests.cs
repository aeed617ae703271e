using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.PassThrough;

/// <summary>What would be stored with its words is refused where nothing is, and says why.</summary>
public sealed class NothingKeptTests : IAsyncLifetime
{
    private const string Words = "lelechenka-the-words-of-an-operator";

    private PassingHouse _house = null!;
    private string _conversation = "";
    private string _contact = "";

    public async Task InitializeAsync()
    {
        _house = await PassingHouse.StartAsync(Engine.Sqlite);
        (_, _conversation) = await _house.GreetedAsync("Good day");
        _contact = (await _house.Inbox.ConversationAsync(_conversation))["contact"]!.Text("id");
    }

    public async Task DisposeAsync()
    {
        (await _house.PlacesOfAsync(Words)).ShouldBeEmpty();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Notes_drafts_messages_for_later_and_hand_over_notes_are_refused()
    {
        var text = new { type = "text", text = Words };
        var colleague = (await _house.Server.HireAsync(1))[0];

        await RefusedAsync(PostAsync("messages", new { content = text, note = true }));
        await RefusedAsync(PostAsync("messages", new { content = text, sendAt = TimeProvider.System.GetUtcNow().AddHours(1) }));
        await RefusedAsync(_house.Server.Client.PutAsJsonAsync($"/api/v1/conversations/{_conversation}/draft", new { text = Words }));
        await RefusedAsync(PostAsync("transfer", new { operatorId = colleague.Id, note = Words }));
        (await PostAsync("transfer", new { operatorId = colleague.Id })).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_that_is_on_the_disk_or_would_come_there_is_refused()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("a price list"u8.ToArray()), "file", "prices.txt" } };
        var upload = await (await _house.Server.Client.PostAsync("/api/v1/media", form)).JsonAsync();

        await RefusedAsync(PostAsync("messages", new { content = new { type = "file", mediaId = upload.Text("id"), text = Words } }));
        await RefusedAsync(PostAsync("messages", new { content = new { type = "file", url = $"http://127.0.0.1:1/{Words}" } }));
    }

    [Fact]
    public async Task Names_fields_and_notes_of_the_person_and_a_merge_with_somebody_who_is_named_are_refused()
    {
        var shop = await CustomShop.ConnectAsync(_house.Server);
        await shop.TellAsync("m1", "Petro", "hello", TimeProvider.System.GetUtcNow());
        var other = (await _house.Inbox.ConversationAsync(await _house.Inbox.ConversationOfAsync("Petro")))["contact"]!.Text("id");

        await RefusedAsync(_house.Server.Client.PatchAsJsonAsync($"/api/v1/contacts/{_contact}", new { name = Words }));
        await RefusedAsync(_house.Server.Client.PostAsJsonAsync($"/api/v1/contacts/{_contact}/notes", new { text = Words }));
        await RefusedAsync(_house.Server.Client.PostAsJsonAsync($"/api/v1/contacts/{other}/merge", new { contactId = _contact }));
    }

    [Fact]
    public async Task A_reaction_of_ours_is_refused_and_our_own_message_is_changed_and_taken_back_without_a_word_stored()
    {
        var message = (await _house.Inbox.EntriesAsync(_conversation, 1))[0];
        await RefusedAsync(_house.Server.Client.PutAsJsonAsync(
            $"/api/v1/conversations/{_conversation}/messages/{message.Text("id")}/reaction", new { emoji = "👍" }));

        var sent = await _house.Inbox.StateAsync(await _house.Inbox.ReplyAsync(_conversation, Words), "sent");
        var edited = await _house.Server.Client.PatchAsJsonAsync(
            $"/api/v1/conversations/{_conversation}/messages/{sent.Text("id")}", new { content = new { type = "text", text = $"{Words} again" } });
        edited.StatusCode.ShouldBe(HttpStatusCode.OK, await edited.Content.ReadAsStringAsync());
        ((bool)(await edited.JsonAsync())["content"]!["withheld"]!).ShouldBeTrue();
        await _house.HeardAsync($"{Words} again");
        (await _house.Server.Client.DeleteAsync($"/api/v1/conversations/{_conversation}/messages/{sent.Text("id")}"))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_cannot_be_read_is_listed_without_its_bytes_and_cannot_be_replayed()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _house.Bot.Path) { Content = new StringContent($"<html>{Words}") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _house.Bot.Secret);
        (await _house.Server.Anonymous.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var item = (await _house.Inbox.GetAsync("/api/v1/quarantine"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((bool)item["withheld"]!).ShouldBeTrue();
        ((long)item["size"]!).ShouldBe(Encoding.UTF8.GetByteCount($"<html>{Words}"));
        (await _house.Inbox.GetAsync($"/api/v1/quarantine/{item.Text("id")}"))["body"].ShouldBeNull();
        var replay = await _house.Server.Client.PostAsync($"/api/v1/quarantine/{item.Text("id")}/replay", null);
        await replay.ShouldBeProblemAsync(HttpStatusCode.Conflict, "withheld");
        (await _house.Server.Client.PostAsync($"/api/v1/quarantine/{item.Text("id")}/discard", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("telegram-user")]
    public async Task A_platform_that_keeps_messages_here_cannot_pass_them_through(string platform)
    {
        var settings = platform == "webchat"
            ? (object)new { }
            : new { apiId = 1, apiHash = "0123456789abcdef0123456789abcdef", phone = "+380000000000" };

        var answer = await _house.Server.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform, name = "x", privacy = "pass-through", settings });

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "not-supported");
    }

    [Fact]
    public async Task A_channel_that_stores_again_stores_from_then_on()
    {
        await _house.ChangeChannelAsync(new { privacy = "store" });
        var customer = _house.Bot.Account.Simulate("Marta");

        customer.SendText("stored again");

        var conversation = await _house.Inbox.ConversationOfAsync("Marta");
        (await _house.Inbox.EntriesAsync(conversation, 1))[0].Says().ShouldBe("stored again");
        ((bool)(await _house.Inbox.EntriesAsync(_conversation))[0]["content"]!["withheld"]!).ShouldBeTrue();
    }

    private Task<HttpResponseMessage> PostAsync(string what, object body) =>
        _house.Server.Client.PostAsJsonAsync($"/api/v1/conversations/{_conversation}/{what}", body);

    private static async Task<JsonNode> RefusedAsync(Task<HttpResponseMessage> answer) =>
        await (await answer).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "pass-through");
}

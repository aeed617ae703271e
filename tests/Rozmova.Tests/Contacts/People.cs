using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Contacts;

/// <summary>A program with two channels of the same kind, and people who write on them.</summary>
internal sealed class People : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private People(RozmovaServer server, CustomShop first, CustomShop second)
    {
        Server = server;
        First = first;
        Second = second;
        Inbox = new Inbox(server.Client);
    }

    public RozmovaServer Server { get; }

    public Inbox Inbox { get; }

    public CustomShop First { get; }

    public CustomShop Second { get; }

    public static async Task<People> MeetAsync(Engine engine, string? data = null)
    {
        var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync(), Data = data });
        return new People(server, await CustomShop.ConnectAsync(server), await CustomShop.ConnectAsync(server));
    }

    /// <summary>Somebody writes their first message; gives the contact's id.</summary>
    public async Task<string> HearAsync(CustomShop shop, string person, string text, DateTimeOffset? at = null)
    {
        await shop.TellAsync($"{person}-first", person, text, at ?? Noon);
        return (await Inbox.ConversationAsync(await Inbox.ConversationOfAsync(person)))["contact"]!.Text("id");
    }

    public Task<JsonNode> ContactAsync(string id) => Inbox.GetAsync($"/api/v1/contacts/{id}");

    public async Task<JsonNode> ChangeAsync(string id, object changes)
    {
        var answer = await Server.Client.PatchAsJsonAsync($"/api/v1/contacts/{id}", changes);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string id, string verb, object body) =>
        Server.Client.PostAsJsonAsync($"/api/v1/contacts/{id}/{verb}", body);

    public async Task<JsonNode> MergeAsync(string id, string other) => await OkAsync(await PostAsync(id, "merge", new { contactId = other }));

    public async Task<JsonNode> UnmergeAsync(string id, string other) => await OkAsync(await PostAsync(id, "unmerge", new { contactId = other }));

    public async Task<string> RefusalOfAsync(string id, string verb, string other)
    {
        var answer = await PostAsync(id, verb, new { contactId = other });
        answer.IsSuccessStatusCode.ShouldBeFalse();
        return (await answer.JsonAsync()).Text("code");
    }

    /// <summary>Who the conversations belong to, by the name they show.</summary>
    public async Task<Dictionary<string, string>> OwnersAsync() => (await Inbox.ConversationsAsync())
        .ToDictionary(conversation => conversation.Text("id"), conversation => conversation["contact"]!.ToJsonString());

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<JsonNode> OkAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}

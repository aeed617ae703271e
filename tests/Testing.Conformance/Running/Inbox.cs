using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Testing.Running;

/// <summary>What an operator sees and does, through the API.</summary>
public sealed class Inbox(HttpClient client)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>Waits until somebody of this name has a conversation.</summary>
    public async Task<string> ConversationOfAsync(string name)
    {
        string? id = null;
        await Until($"{name} has a conversation", async () =>
        {
            var all = await ListAsync("/api/v1/conversations");
            id = all.FirstOrDefault(item => (string?)item["contact"]!["name"] == name)?.Text("id");
            return id is not null;
        });
        return id!;
    }

    /// <summary>Waits until there is a conversation, and gives it.</summary>
    public async Task<string> FirstConversationAsync()
    {
        string? id = null;
        await Until("there is a conversation", async () => (id = (await ConversationsAsync()).FirstOrDefault()?.Text("id")) is not null);
        return id!;
    }

    /// <summary>All of them, of all pages.</summary>
    public Task<List<JsonNode>> ConversationsAsync() => ListAsync("/api/v1/conversations");

    public async Task<JsonNode> ConversationAsync(string id) => await GetAsync($"/api/v1/conversations/{id}");

    /// <summary>The newest 200 entries in reading order.</summary>
    public async Task<List<JsonNode>> EntriesAsync(string conversation) =>
        [.. (await GetAsync($"{PathOf(conversation)}?limit=200"))["items"]!.AsArray().Select(item => item!)];

    /// <summary>Waits until there are as many entries, and gives them in reading order.</summary>
    public async Task<List<JsonNode>> EntriesAsync(string conversation, int count)
    {
        List<JsonNode> entries = [];
        await Until($"{count} entries", async () => (entries = await EntriesAsync(conversation)).Count >= count);
        entries.Count.ShouldBe(count);
        return entries;
    }

    /// <summary>Waits until an entry is as wanted, and gives it.</summary>
    public async Task<JsonNode> EntryAsync(string conversation, string reason, Func<JsonNode, bool> wanted)
    {
        JsonNode? found = null;
        await Until(reason, async () => (found = (await EntriesAsync(conversation)).FirstOrDefault(wanted)) is not null);
        return found!;
    }

    /// <summary>Waits until a message is in this state, and gives it.</summary>
    public Task<JsonNode> StateAsync(JsonNode message, string status) => EntryAsync(
        message.Text("conversationId"),
        $"the message is {status}",
        entry => entry.Text("id") == message.Text("id") && entry.Text("status") == status);

    /// <summary>Posts a text and gives the queued message.</summary>
    public async Task<JsonNode> ReplyAsync(string conversation, string text)
    {
        var answer = await PostAsync(conversation, text);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    /// <summary>Posts a text and gives the bare answer.</summary>
    public Task<HttpResponseMessage> PostAsync(
        string conversation, string text, string? seen = null, string? replyTo = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, PathOf(conversation))
        {
            Content = JsonContent.Create(new { content = new { type = "text", text }, seen, replyTo }),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }

    public Task<HttpResponseMessage> ClaimAsync(string conversation) =>
        client.PostAsync($"/api/v1/conversations/{conversation}/claim", null);

    public async Task<JsonNode> GetAsync(string path)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static Task Until(string reason, Func<Task<bool>> condition) =>
        Eventually.Is(reason, condition, Bound, CancellationToken.None);

    private static string PathOf(string conversation) => $"/api/v1/conversations/{conversation}/messages";

    private async Task<List<JsonNode>> ListAsync(string path)
    {
        var items = new List<JsonNode>();
        string? next = null;
        do
        {
            var page = await GetAsync($"{path}?limit=200{(next is null ? "" : $"&cursor={next}")}");
            items.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return items;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Tests.WebChat;

/// <summary>A site with a chat, on a running program.</summary>
internal sealed class WebShop
{
    public const string Origin = "https://shop.example";

    private readonly RozmovaServer _server;

    private WebShop(RozmovaServer server, string channel)
    {
        _server = server;
        Channel = channel;
        Inbox = new Inbox(server.Client);
    }

    public string Channel { get; }

    public Inbox Inbox { get; }

    public Uri Chat => new(_server.Address, $"/api/v1/webchat/{Channel}/");

    public static async Task<WebShop> OpenAsync(RozmovaServer server, object? settings = null)
    {
        var answer = await server.Client.PostAsJsonAsync("/api/v1/channels", new
        {
            platform = "webchat",
            name = "Shop site",
            settings = settings ?? new { allowedOrigins = new[] { Origin } },
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return new WebShop(server, (await answer.JsonAsync()).Text("id"));
    }

    /// <summary>Somebody opens the chat; with a token they come back.</summary>
    public Task<WebVisitor> InviteAsync(string? token = null) =>
        WebVisitor.OpenAsync(_server.Address, Channel, token, Origin, CancellationToken.None).Soon();

    /// <summary>The conversation of the only visitor who has written.</summary>
    public async Task<string> ConversationAsync()
    {
        var conversations = await Inbox.ConversationsAsync();
        return conversations.Single(item => item["channel"]!.Text("id") == Channel).Text("id");
    }

    public async Task<JsonNode> SettingsAsync()
    {
        using var answer = await _server.Anonymous.GetAsync(new Uri(Chat, "settings"));
        return await answer.JsonAsync();
    }
}

internal static class WebVisitorSteps
{
    private static CancellationToken Never => CancellationToken.None;

    /// <summary>Writes, and waits until it is in the conversation.</summary>
    public static async Task<JsonNode> WriteAsync(this WebVisitor visitor, string text)
    {
        await visitor.SendTextAsync(text, Never).Soon();
        return await visitor.WaitAsync(message => TextOf(message) == text, Never).Soon();
    }

    public static Task<JsonNode> AwaitAsync(this WebVisitor visitor, string text) =>
        visitor.WaitForMessageAsync(message => TextOf(message) == text, Never).Soon();

    public static string? TextOf(JsonNode message) => (string?)message["content"]!["text"];
}

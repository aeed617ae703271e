using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Tests.Platforms;

/// <summary>The program with a <see cref="PagePlatform"/> of its own.</summary>
internal sealed class PageHouse : IAsyncDisposable
{
    private int _lastPage;

    private PageHouse(RozmovaServer server, PagePlatform platform)
    {
        Server = server;
        Platform = platform;
    }

    public RozmovaServer Server { get; }

    public PagePlatform Platform { get; }

    public Inbox Inbox => new(Server.Client);

    public static Task<PageHouse> StartAsync() => StartAsync(new PagePlatform(), new RozmovaSetup());

    public static async Task<PageHouse> StartAsync(PagePlatform platform, RozmovaSetup setup)
    {
        var server = await RozmovaServer.StartAsync(setup with { Services = services => services.AddSingleton<IPlatform>(platform) });
        return new PageHouse(server, platform);
    }

    /// <summary>A new page and its channel.</summary>
    public async Task<Page> ConnectAsync(string? path = null)
    {
        var id = $"page-{++_lastPage}";
        var settings = new { pageId = id, secret = $"secret of {id}", verifyToken = $"token of {id}" };
        var answer = await Server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = Platform.Key, name = id, path, settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return new Page(this, id, await answer.JsonAsync());
    }

    /// <summary>Calls a webhook by hand.</summary>
    public async Task<HttpResponseMessage> PushAsync(string path, string secret, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(PagePlatform.SecretHeader, secret);
        return await Server.Anonymous.SendAsync(request);
    }

    /// <summary>Waits for the one conversation of a chat.</summary>
    public Task<string> ConversationAsync() => Inbox.FirstConversationAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>A page of <see cref="PagePlatform"/>, connected.</summary>
internal sealed record Page(PageHouse House, string Id, JsonNode Channel)
{
    public const string ForAll = "/api/v1/communications/webhooks/pages";

    public string Path => Channel.Text("webhookPath");

    public string Secret => $"secret of {Id}";

    public string VerifyToken => $"token of {Id}";

    /// <summary>Its part of a request.</summary>
    public JsonObject Tells(params JsonObject[] events) => new() { ["page"] = Id, ["events"] = new JsonArray([.. events]) };

    /// <summary>Tells it by its own address and expects it to be taken.</summary>
    public async Task PushAsync(params JsonObject[] events)
    {
        var answer = await House.PushAsync(Path, Secret, Request(Tells(events)));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public static JsonObject Request(params JsonObject[] pages) => new() { ["pages"] = new JsonArray([.. pages]) };
}

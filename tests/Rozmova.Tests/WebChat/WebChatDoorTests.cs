using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Tests.WebChat;

/// <summary>Who is let in, how much they may do, and that nobody reads what is another's.</summary>
public sealed class WebChatDoorTests
{
    [Fact]
    public async Task One_visitor_never_reads_what_another_wrote()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        var other = await WebShop.OpenAsync(server);
        await using var olena = await shop.InviteAsync();
        await using var stranger = await shop.InviteAsync();
        var secret = await olena.WriteAsync("My address is 5 Rose Street");

        // By being another, by asking for what stands before a message of hers, by her token on another site, by reporting hers as read.
        stranger.History.ShouldBeEmpty();
        await stranger.WriteAsync("Hello");
        await stranger.SayAsync(new JsonObject { ["type"] = "history", ["before"] = secret["id"]!.DeepClone() }, CancellationToken.None);
        (await stranger.NextAsync("history", CancellationToken.None).Soon())["messages"]!.AsArray().ShouldBeEmpty();
        await using (var elsewhere = await other.InviteAsync(olena.Token))
        {
            elsewhere.History.ShouldBeEmpty();
        }

        await using var again = await shop.InviteAsync(stranger.Token);
        again.History.Select(WebVisitorSteps.TextOf).ShouldBe(["Hello"]);
    }

    [Fact]
    public async Task What_operators_see_of_a_visitor_opens_nothing()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var olena = await shop.InviteAsync();
        await olena.WriteAsync("Hello");
        var contact = (await shop.Inbox.ConversationAsync(await shop.ConversationAsync()))["contact"]!;

        foreach (var known in new[] { contact.Text("id"), contact.Text("name"), "", "x", new string('A', 43) })
        {
            await using var thief = await shop.InviteAsync(known);
            thief.History.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://www.shop.example", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://shop.example.evil.example", false)]
    [InlineData("http://shop.example", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public async Task A_socket_opens_only_for_pages_of_allowed_origins(string? origin, bool allowed)
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server, new { allowedOrigins = new[] { "https://shop.example", "https://*.shop.example" } });

        var opening = WebVisitor.ConnectAsync(shop.Chat, origin, CancellationToken.None);

        if (allowed)
        {
            (await opening).Dispose();
        }
        else
        {
            (await Should.ThrowAsync<WebSocketException>(opening)).Message.ShouldContain("403");
        }
    }

    [Fact]
    public async Task Without_a_list_only_our_own_pages_may()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server, new { });

        (await WebVisitor.ConnectAsync(shop.Chat, server.Address.GetLeftPart(UriPartial.Authority), CancellationToken.None)).Dispose();
        await Should.ThrowAsync<WebSocketException>(WebVisitor.ConnectAsync(shop.Chat, WebShop.Origin, CancellationToken.None));
    }

    [Fact]
    public async Task An_allowed_page_may_read_the_settings_and_another_may_not()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);

        var allowed = await GetSettingsAsync(server, shop, WebShop.Origin);
        var foreign = await GetSettingsAsync(server, shop, "https://evil.example");

        allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([WebShop.Origin]);
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreign.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Too_much_at_once_is_put_off_and_nothing_is_lost()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        for (var number = 0; number < 30; number++)
        {
            await visitor.SayAsync(
                new JsonObject { ["type"] = "message", ["id"] = WebVisitor.NewId(), ["text"] = $"message {number}" }, CancellationToken.None);
        }

        var refused = await visitor.NextAsync("refused", CancellationToken.None).Soon();
        refused.Text("code").ShouldBe("later");
        refused["wait"]!.GetValue<int>().ShouldBeInRange(1, 60_000);
    }

    [Fact]
    public async Task A_disabled_chat_closes_its_sockets_and_opens_no_more()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        await server.Client.PatchAsJsonAsync($"/api/v1/channels/{shop.Channel}", new { enabled = false });

        (await visitor.ClosedAsync(CancellationToken.None).Soon()).ShouldBe(1001);
        (await Should.ThrowAsync<WebSocketException>(shop.InviteAsync())).Message.ShouldContain("404");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"nonsense"}""")]
    [InlineData("""{"type":"message","id":"short","text":"x"}""")]
    [InlineData("""{"type":"message","id":"long-enough-id","text":"  "}""")]
    [InlineData("""{"type":"press","id":"long-enough-id","text":"no key"}""")]
    public async Task A_frame_that_makes_no_sense_is_refused_and_the_socket_lives(string frame)
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);
        await using var visitor = await shop.InviteAsync();

        await visitor.SayAsync(frame, CancellationToken.None);

        (await visitor.NextAsync("refused", CancellationToken.None).Soon()).Text("code").ShouldBe("invalid");
        await visitor.WriteAsync("still here");
    }

    [Fact]
    public async Task The_webhook_door_takes_nothing_for_a_web_chat()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server);

        var answer = await server.Anonymous.PostAsJsonAsync($"/api/v1/communications/webhooks/webchat/{shop.Channel}",
            new { type = "message", visitor = new string('0', 32), id = "long-enough-id", text = "forged" });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_setting_that_cannot_work_is_told_as_the_channels_state()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await WebShop.OpenAsync(server, new { timeZone = "Kyiv" });

        JsonNode? channel = null;
        await Testing.Eventually.Is("the channel has failed", async () =>
            (channel = await shop.Inbox.GetAsync($"/api/v1/channels/{shop.Channel}")).Text("state") == "failed", CancellationToken.None);

        channel!.Text("detail").ShouldContain("timeZone");
    }

    private static Task<HttpResponseMessage> GetSettingsAsync(RozmovaServer server, WebShop shop, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shop.Chat, "settings"));
        request.Headers.Add("Origin", origin);
        return server.Anonymous.SendAsync(request);
    }
}

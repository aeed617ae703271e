using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging.Platforms;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;
using Rozmova.Workspace.Desks;

namespace Rozmova.Tests.Desks;

public sealed class DeskRoadTests
{
    private readonly PaperDesk _paper = new();

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_desk_hears_what_customers_of_its_channels_write_in_their_order(Engine engine)
    {
        await using var server = await StartAsync(engine);
        var (served, other) = (await CustomShop.ConnectAsync(server), await CustomShop.ConnectAsync(server));
        await CreateAsync(server, [served.Channel.Text("id")]);

        await other.TellAsync("o1", "Oksana", "not for the desk", Now);
        for (var number = 1; number <= 20; number++)
        {
            await served.TellAsync($"m{number}", "Olena", $"word {number}", Now);
        }

        await Eventually.Is("all is written down", () => _paper.Paper.Count == 20, CancellationToken.None);
        _paper.Paper.Select(entry => entry.Written).ShouldBe(Enumerable.Range(1, 20).Select(number => $"word {number}"));
        _paper.Paper.Select(entry => entry.Lane).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_fails_holds_up_its_own_lane_only_and_keeps_its_order()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var shop = await CustomShop.ConnectAsync(server);
        await CreateAsync(server);
        var failures = 3;
        _paper.Outcome = word => word == "first" && Interlocked.Decrement(ref failures) >= 0
            ? new DeskOutcome.Again(TimeSpan.FromMilliseconds(20), "Not now.")
            : DeskOutcome.Finished;

        await shop.TellAsync("a1", "Olena", "first", Now);
        await shop.TellAsync("a2", "Olena", "second", Now);
        await shop.TellAsync("b1", "Petro", "other", Now);

        await Eventually.Is("all is written down", () => _paper.Paper.Any(entry => entry.Written == "second"), CancellationToken.None);
        _paper.Paper.Select(entry => entry.Written).Where(word => word != "other").ShouldBe(["first", "first", "first", "first", "second"]);
        _paper.Paper.Count(entry => entry.Written == "other").ShouldBe(1);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_a_desk_had_not_done_when_the_program_stopped_it_does_after_the_next_start(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var setup = new RozmovaSetup { Data = folder.Path, Database = await engine.CreateAsync(), Services = Register };
        _paper.Outcome = _ => new DeskOutcome.Again(TimeSpan.FromHours(1), "Not now.");
        await using (var first = await RozmovaServer.StartAsync(setup))
        {
            var shop = await CustomShop.ConnectAsync(first);
            var desk = await CreateAsync(first);
            await shop.TellAsync("m1", "Olena", "kept", Now);
            await Eventually.Is("it was tried", () => _paper.Paper.Count == 1, CancellationToken.None);
            await Eventually.Is("it waits", async () => (long)(await GetAsync(first, desk))["waiting"]! == 1, CancellationToken.None);
        }

        _paper.Outcome = _ => DeskOutcome.Finished;
        await using var second = await RozmovaServer.StartAsync(setup);
        var again = (await ListAsync(second)).Single();
        await second.Client.PatchAsJsonAsync($"/api/v1/desks/{again.Text("id")}", new { settings = new { secret = PaperDesk.Secret } });

        await Eventually.Is("it is done", () => _paper.Paper.Count == 2, CancellationToken.None);
        await Eventually.Is("nothing waits", async () => (long)(await GetAsync(second, again))["waiting"]! == 0, CancellationToken.None);
    }

    [Fact]
    public async Task A_rejected_desk_says_so_and_goes_on_where_it_was_once_it_is_mended()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var shop = await CustomShop.ConnectAsync(server);
        var desk = await CreateAsync(server);
        _paper.State = ConnectionReport.Failed("The token was taken back.");
        _paper.Outcome = _ => new DeskOutcome.Rejected("The token was taken back.");

        await shop.TellAsync("m1", "Olena", "patience", Now);
        await Eventually.Is("it failed", async () => (await GetAsync(server, desk)).Text("state") == "failed", CancellationToken.None);

        (_paper.State, _paper.Outcome) = (ConnectionReport.Connected, _ => DeskOutcome.Finished);
        await server.Client.PatchAsJsonAsync($"/api/v1/desks/{desk.Text("id")}", new { settings = new { secret = PaperDesk.Secret + "2" } });

        await Eventually.Is("it is done", async () => (long)(await GetAsync(server, desk))["waiting"]! == 0, CancellationToken.None);
        _paper.Paper.ShouldAllBe(entry => entry.Written == "patience");
    }

    [Fact]
    public async Task A_request_is_verified_and_taken_once_however_often_it_comes()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var desk = await CreateAsync(server, path: "/paper");

        (await SendAsync(server, desk.Text("webhookPath"), """{"id":"1","say":"no"}""", "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync(server, "/api/v1/communications/desks/paper/none", "{}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var first = await SendAsync(server, desk.Text("webhookPath"), """{"id":"1","say":"hello"}""");
        var repeat = await SendAsync(server, "/paper", """{"id":"1","say":"hello"}""");
        await SendAsync(server, "/paper", """{"id":"2","say":"bye"}""");

        (await first.Content.ReadAsStringAsync()).ShouldBe("""{"ok":true}""");
        repeat.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Is("both are done", () => _paper.Paper.Count >= 2, CancellationToken.None);
        _paper.Paper.Select(entry => entry.Written).ShouldBe(["hello", "bye"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_refusal_is_in_the_words_the_desks_server_knows()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var desk = await CreateAsync(server);

        var answer = await SendAsync(server, desk.Text("webhookPath"), "{}", "wrong");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"error":"unauthorized"}""");
    }

    [Fact]
    public async Task Garbage_of_a_desk_is_kept_for_admins_and_one_that_is_off_takes_nothing()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var desk = await CreateAsync(server);

        (await SendAsync(server, desk.Text("webhookPath"), "<html>")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await server.Client.PatchAsJsonAsync($"/api/v1/desks/{desk.Text("id")}", new { enabled = false });
        (await SendAsync(server, desk.Text("webhookPath"), "{}")).StatusCode.ShouldBe(HttpStatusCode.Gone);

        var kept = (await (await server.Client.GetAsync("/api/v1/quarantine")).JsonAsync())["items"]!.AsArray().ShouldHaveSingleItem();
        kept!.Text("platform").ShouldBe("desk-paper");
    }

    [Theory]
    [InlineData("""{"kind":"pigeon","name":"x"}""", "kind")]
    [InlineData("""{"kind":"paper","name":" ","settings":{"secret":"s"}}""", "name")]
    [InlineData("""{"kind":"paper","name":"x"}""", "settings.secret")]
    [InlineData("""{"kind":"paper","name":"x","path":"no","settings":{"secret":"s"}}""", "path")]
    [InlineData("""{"kind":"paper","name":"x","channelIds":["0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"],"settings":{"secret":"s"}}""", "channelIds")]
    public async Task A_mistake_in_a_new_desk_is_named(string body, string field)
    {
        await using var server = await StartAsync(Engine.Sqlite);

        var answer = await server.Client.PostAsJsonAsync("/api/v1/desks", JsonNode.Parse(body));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        problem.Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task A_path_belongs_to_one_channel_or_desk_only()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        await CreateAsync(server, path: "/taken");

        var desk = await server.Client.PostAsJsonAsync("/api/v1/desks", NewDesk("/taken", []));
        var channel = await server.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform = "custom", name = "Shop", path = "/taken", settings = new { secret = CustomShop.Secret } });

        await desk.ShouldBeProblemAsync(HttpStatusCode.Conflict, "path-taken");
        await channel.ShouldBeProblemAsync(HttpStatusCode.Conflict, "path-taken");
    }

    [Fact]
    public async Task A_desk_hides_its_secret_and_is_for_admins()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        var desk = await CreateAsync(server);
        var someone = (await server.HireAsync(1))[0];

        desk["settings"]!.Text("secret").ShouldBe("••••");
        desk.Text("webhookPath").ShouldBe($"/api/v1/communications/desks/paper/{desk.Text("id")}");
        desk.Text("state").ShouldBe("connected");
        (await someone.Client.GetAsync("/api/v1/desks")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await server.Client.DeleteAsync($"/api/v1/desks/{desk.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ListAsync(server)).ShouldBeEmpty();
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static object NewDesk(string? path, string[] channels) =>
        new { kind = "paper", name = "Paper", path, channelIds = channels, settings = new { secret = PaperDesk.Secret } };

    private static async Task<JsonNode> CreateAsync(RozmovaServer server, string[]? channels = null, string? path = null)
    {
        var answer = await server.Client.PostAsJsonAsync("/api/v1/desks", NewDesk(path, channels ?? []));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private static async Task<JsonNode> GetAsync(RozmovaServer server, JsonNode desk) =>
        await (await server.Client.GetAsync($"/api/v1/desks/{desk.Text("id")}")).JsonAsync();

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(RozmovaServer server) =>
        [.. (await (await server.Client.GetAsync("/api/v1/desks")).JsonAsync())["items"]!.AsArray().Select(item => item!)];

    private static async Task<HttpResponseMessage> SendAsync(RozmovaServer server, string path, string body, string secret = PaperDesk.Secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.Add("x-secret", secret);
        return await server.Anonymous.SendAsync(request);
    }

    private void Register(IServiceCollection services) => services.AddSingleton<IDesk>(_paper);

    private async Task<RozmovaServer> StartAsync(Engine engine) =>
        await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync(), Services = Register });
}

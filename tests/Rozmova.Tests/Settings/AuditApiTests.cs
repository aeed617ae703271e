using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Settings;

public sealed class AuditApiTests : IAsyncLifetime
{
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Entries_are_found_by_what_was_done_by_whom_and_when()
    {
        var olena = await (await _server.Client.PostAsJsonAsync("/api/v1/operators", new { name = "Olena", role = "admin" })).JsonAsync();
        var key = await (await _server.Client.PostAsJsonAsync($"/api/v1/operators/{olena["id"]}/keys", new { name = "Till" })).JsonAsync();
        using var client = _server.CreateClient(key["key"]!.GetValue<string>());
        await client.PostAsJsonAsync("/api/v1/labels", new { name = "vip" });

        var hers = await ActionsAsync($"actor={olena["id"]}");
        var keys = await ActionsAsync("action=key");
        var exactly = await ActionsAsync("action=key.created");
        var later = await ActionsAsync("from=2999-01-01T00:00:00Z");

        hers.ShouldBe(["label.created"]);
        keys.ShouldBe(["key.created"]);
        exactly.ShouldBe(["key.created"]);
        later.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_with_the_same_filter_only()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            await _server.Client.PostAsJsonAsync("/api/v1/labels", new { name });
        }

        var first = await (await _server.Client.GetAsync("/api/v1/audit?action=label&limit=2")).JsonAsync();
        var second = await (await _server.Client.GetAsync($"/api/v1/audit?action=label&limit=2&cursor={first["next"]}")).JsonAsync();
        var other = await _server.Client.GetAsync($"/api/v1/audit?action=key&limit=2&cursor={first["next"]}");

        DetailsOf(first).Concat(DetailsOf(second)).ShouldBe(["three", "two", "one"]);
        second["next"].ShouldBeNull();
        await other.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_key_says_when_it_was_last_used()
    {
        var olena = await (await _server.Client.PostAsJsonAsync("/api/v1/operators", new { name = "Olena" })).JsonAsync();
        var key = await (await _server.Client.PostAsJsonAsync($"/api/v1/operators/{olena["id"]}/keys", new { name = "Till" })).JsonAsync();
        var before = await LastUseAsync(key);
        using var client = _server.CreateClient(key["key"]!.GetValue<string>());

        await client.GetAsync("/api/v1/me");

        before.ShouldBeNull();
        (await LastUseAsync(key)).ShouldNotBeNull();
    }

    private async Task<string[]> ActionsAsync(string query) =>
        [.. (await (await _server.Client.GetAsync($"/api/v1/audit?{query}")).JsonAsync())["items"]!.AsArray()
            .Select(entry => entry!["action"]!.GetValue<string>())];

    private async Task<JsonNode?> LastUseAsync(JsonNode key) =>
        (await (await _server.Client.GetAsync("/api/v1/keys")).JsonAsync())["items"]!.AsArray()
            .Single(known => known!["id"]!.GetValue<string>() == key["id"]!.GetValue<string>())!["lastUsedAt"];

    private static IEnumerable<string> DetailsOf(JsonNode page) =>
        page["items"]!.AsArray().Select(entry => entry!["detail"]!.GetValue<string>());
}

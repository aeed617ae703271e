using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Settings;

public sealed class ViewApiTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_view_keeps_what_it_was_saved_with_and_is_changed_and_deleted(Engine engine)
    {
        await using var server = await StartAsync(engine);
        var saved = await SaveAsync(server.Client, "Late ones", new { status = "open", claimedBy = "none", waiting = 60, sort = "waiting" });

        await server.Client.PatchAsJsonAsync($"/api/v1/views/{saved["id"]}", new { name = "Very late ones" });
        var renamed = (await ListAsync(server.Client)).Single()!;
        await server.Client.PatchAsJsonAsync($"/api/v1/views/{saved["id"]}", new { filter = new { label = "vip" } });
        var narrowed = await (await server.Client.GetAsync($"/api/v1/views/{saved["id"]}")).JsonAsync();
        var deleted = await server.Client.DeleteAsync($"/api/v1/views/{saved["id"]}");

        renamed.Text("name").ShouldBe("Very late ones");
        renamed["filter"]!.Text("sort").ShouldBe("waiting");
        renamed["filter"]!["waiting"]!.GetValue<int>().ShouldBe(60);
        narrowed["filter"]!.Text("label").ShouldBe("vip");
        narrowed["filter"]!["status"].ShouldBeNull();
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ListAsync(server.Client)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_view_is_its_owners_alone_unless_an_admin_shares_it(Engine engine)
    {
        await using var server = await StartAsync(engine);
        var hired = await server.HireAsync(2);
        var (one, other) = (hired[0].Client, hired[1].Client);
        var own = await SaveAsync(one, "Mine", new { claimedBy = "me" });
        var shared = await SaveAsync(server.Client, "All of us", new { status = "open" }, shared: true);

        (await ListAsync(one)).Select(view => view!.Text("name")).ShouldBe(["All of us", "Mine"]);
        (await ListAsync(other)).Select(view => view!.Text("name")).ShouldBe(["All of us"]);
        await (await other.GetAsync($"/api/v1/views/{own["id"]}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await other.DeleteAsync($"/api/v1/views/{own["id"]}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await one.DeleteAsync($"/api/v1/views/{shared["id"]}")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await one.PatchAsJsonAsync($"/api/v1/views/{own["id"]}", new { shared = true }))
            .ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("name", "", "open")]
    [InlineData("status", "Odd", "asleep")]
    public async Task A_view_that_cannot_be_names_its_field(string field, string name, string status)
    {
        await using var server = await StartAsync(Engine.Sqlite);

        var answer = await server.Client.PostAsJsonAsync("/api/v1/views", new { name, filter = new { status } });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        (await answer.JsonAsync()).Text("field").ShouldBe(field);
    }

    private static async Task<RozmovaServer> StartAsync(Engine engine) =>
        await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });

    private static async Task<JsonNode> SaveAsync(HttpClient client, string name, object filter, bool shared = false)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/views", new { name, filter, shared });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.JsonAsync();
    }

    private static async Task<JsonArray> ListAsync(HttpClient client) =>
        (await (await client.GetAsync("/api/v1/views")).JsonAsync())["items"]!.AsArray();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Operators;

public sealed class OperatorApiTests : IAsyncLifetime
{
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_new_operator_works_with_a_key_that_is_shown_once()
    {
        var olena = await AddAsync("Olena", "olena@example.com");
        var key = await NewKeyAsync(olena);
        using var client = _server.CreateClient(key);

        var me = await (await client.GetAsync("/api/v1/me")).JsonAsync();
        var keys = await (await _server.Client.GetAsync($"/api/v1/operators/{olena["id"]}/keys")).Content.ReadAsStringAsync();

        me["name"]!.GetValue<string>().ShouldBe("Olena");
        me["role"]!.GetValue<string>().ShouldBe("operator");
        key.ShouldStartWith("rk_");
        keys.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_deleted_key_stops_working_at_once()
    {
        var olena = await AddAsync("Olena", null);
        var created = await (await _server.Client.PostAsJsonAsync($"/api/v1/operators/{olena["id"]}/keys", new { })).JsonAsync();
        using var client = _server.CreateClient(created["key"]!.GetValue<string>());

        var deleted = await _server.Client.DeleteAsync($"/api/v1/operators/{olena["id"]}/keys/{created["id"]}");

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_operator_sees_colleagues_and_channels_but_no_details_and_changes_nothing()
    {
        using var client = await ClientOfNewAsync("Olena");
        await _server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "custom", name = "Shop", settings = new { secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX" } });

        var colleague = (await (await client.GetAsync("/api/v1/operators")).JsonAsync())["items"]![0]!.AsObject();
        var channel = (await (await client.GetAsync("/api/v1/channels")).JsonAsync())["items"]![0]!.AsObject();
        var change = await client.PostAsJsonAsync("/api/v1/channels", new { });

        colleague.Select(member => member.Key).ShouldBe(["id", "name", "role", "presence"]);
        channel.ContainsKey("settings").ShouldBeFalse();
        channel.ContainsKey("webhookPath").ShouldBeFalse();
        await change.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("/api/v1/audit")]
    [InlineData("/api/v1/quarantine")]
    public async Task Audit_and_quarantine_are_for_admins(string address)
    {
        using var client = await ClientOfNewAsync("Olena");

        var answer = await client.GetAsync(address);

        await answer.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_ban_acts_at_once()
    {
        var olena = await AddAsync("Olena", null);
        using var client = _server.CreateClient(await NewKeyAsync(olena));

        var banned = await PatchAsync(olena, new { role = "banned" });

        banned.StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await client.GetAsync("/api/v1/channels")).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        var me = await (await _server.Client.GetAsync("/api/v1/me")).JsonAsync();

        var answer = await PatchAsync(me, new { role = "operator" });

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "last-admin");
    }

    [Fact]
    public async Task An_admin_steps_down_when_there_is_another()
    {
        var olena = await AddAsync("Olena", null, "admin");

        var answer = await PatchAsync(olena, new { role = "operator" });

        (await answer.JsonAsync())["role"]!.GetValue<string>().ShouldBe("operator");
    }

    [Fact]
    public async Task Two_operators_cannot_have_one_address()
    {
        await AddAsync("Olena", "olena@example.com");

        var answer = await _server.Client.PostAsJsonAsync("/api/v1/operators", new { name = "Other", email = "Olena@Example.com" });

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "email-taken");
    }

    [Theory]
    [InlineData("""{"email":"a@b"}""", "name")]
    [InlineData("""{"name":"x","email":"nobody"}""", "email")]
    [InlineData("""{"name":"x","role":"king"}""", "role")]
    [InlineData("""{"name":"x","password":"short"}""", "password")]
    public async Task A_mistake_names_its_field(string body, string field)
    {
        var answer = await _server.Client.PostAsync("/api/v1/operators", new StringContent(body, null, "application/json"));

        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        problem["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task What_admins_do_is_remembered_page_by_page()
    {
        var olena = await AddAsync("Olena", null);
        await PatchAsync(olena, new { name = "Olena K." });

        var first = await (await _server.Client.GetAsync("/api/v1/audit?limit=1")).JsonAsync();
        var second = await (await _server.Client.GetAsync($"/api/v1/audit?limit=1&cursor={first["next"]}")).JsonAsync();

        first["items"]![0]!["action"]!.GetValue<string>().ShouldBe("operator.changed");
        first["items"]![0]!["actorName"]!.GetValue<string>().ShouldBe("API key");
        second["items"]![0]!["action"]!.GetValue<string>().ShouldBe("operator.created");
        second["next"].ShouldBeNull();
    }

    private async Task<JsonNode> AddAsync(string name, string? email, string role = "operator")
    {
        var answer = await _server.Client.PostAsJsonAsync("/api/v1/operators", new { name, email, role });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await answer.JsonAsync();
    }

    private async Task<string> NewKeyAsync(JsonNode owner)
    {
        var answer = await _server.Client.PostAsJsonAsync($"/api/v1/operators/{owner["id"]}/keys", new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.JsonAsync())["key"]!.GetValue<string>();
    }

    private async Task<HttpClient> ClientOfNewAsync(string name) => _server.CreateClient(await NewKeyAsync(await AddAsync(name, null)));

    private Task<HttpResponseMessage> PatchAsync(JsonNode who, object body) =>
        _server.Client.PatchAsJsonAsync($"/api/v1/operators/{who["id"]}", body);
}

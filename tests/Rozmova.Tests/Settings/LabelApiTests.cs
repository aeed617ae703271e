using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Settings;

public sealed class LabelApiTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_label_is_renamed_and_deleted_on_every_conversation(Engine engine)
    {
        await using var server = await StartAsync(engine);
        var conversation = await NewConversationAsync(server);
        await LabelAsync(server, conversation, "a \"quoted\" one", "vip", "late");
        var label = await FindAsync(server, "vip");

        await server.Client.PatchAsJsonAsync($"/api/v1/labels/{label["id"]}", new { name = "regular", colour = "teal" });
        var renamed = await LabelsOfAsync(server, conversation);
        var found = await ItemsAsync(server, "/api/v1/conversations?label=regular");
        await server.Client.DeleteAsync($"/api/v1/labels/{label["id"]}");
        var deleted = await LabelsOfAsync(server, conversation);

        label["conversations"]!.GetValue<int>().ShouldBe(1);
        renamed.ShouldBe(["a \"quoted\" one", "regular", "late"]);
        found.Count.ShouldBe(1);
        deleted.ShouldBe(["a \"quoted\" one", "late"]);
        (await ItemsAsync(server, "/api/v1/conversations?label=regular")).ShouldBeEmpty();
        (await ItemsAsync(server, "/api/v1/audit?action=label")).Select(entry => entry!["action"]!.GetValue<string>())
            .ShouldBe(["label.deleted", "label.changed"]);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Two_labels_never_have_one_name(Engine engine)
    {
        await using var server = await StartAsync(engine);
        await server.Client.PostAsJsonAsync("/api/v1/labels", new { name = "VIP", colour = "red" });
        var other = await (await server.Client.PostAsJsonAsync("/api/v1/labels", new { name = "late" })).JsonAsync();

        var again = await server.Client.PostAsJsonAsync("/api/v1/labels", new { name = " vip " });
        var renamed = await server.Client.PatchAsJsonAsync($"/api/v1/labels/{other["id"]}", new { name = "Vip" });

        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "name-taken");
        await renamed.ShouldBeProblemAsync(HttpStatusCode.Conflict, "name-taken");
    }

    [Fact]
    public async Task A_conversation_takes_a_label_as_it_is_spelt()
    {
        await using var server = await StartAsync(Engine.Sqlite);
        await server.Client.PostAsJsonAsync("/api/v1/labels", new { name = "VIP", colour = "red" });
        var conversation = await NewConversationAsync(server);

        await LabelAsync(server, conversation, "vip");

        (await LabelsOfAsync(server, conversation)).ShouldBe(["VIP"]);
        (await ItemsAsync(server, "/api/v1/labels")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("name", "", "grey")]
    [InlineData("colour", "vip", "#ff0000")]
    public async Task A_label_that_cannot_be_names_its_field(string field, string name, string colour)
    {
        await using var server = await StartAsync(Engine.Sqlite);

        var answer = await server.Client.PostAsJsonAsync("/api/v1/labels", new { name, colour });

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        (await answer.JsonAsync())["field"]!.GetValue<string>().ShouldBe(field);
    }

    private static async Task<RozmovaServer> StartAsync(Engine engine) =>
        await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });

    private static async Task<string> NewConversationAsync(RozmovaServer server)
    {
        var shop = await CustomShop.ConnectAsync(server);
        await shop.TellAsync("m1", "Olena", "Hello", TimeProvider.System.GetUtcNow());
        await Testing.Eventually.Is("the conversation is there", async () =>
            (await ItemsAsync(server, "/api/v1/conversations")).Count == 1, CancellationToken.None);
        return (await ItemsAsync(server, "/api/v1/conversations"))[0]!["id"]!.GetValue<string>();
    }

    private static Task<HttpResponseMessage> LabelAsync(RozmovaServer server, string conversation, params string[] add) =>
        server.Client.PostAsJsonAsync($"/api/v1/conversations/{conversation}/labels", new { add });

    private static async Task<string[]> LabelsOfAsync(RozmovaServer server, string conversation) =>
        [.. (await (await server.Client.GetAsync($"/api/v1/conversations/{conversation}")).JsonAsync())["labels"]!.AsArray()
            .Select(label => label!.GetValue<string>())];

    private static async Task<JsonNode> FindAsync(RozmovaServer server, string name) =>
        (await ItemsAsync(server, "/api/v1/labels")).Single(label => label!["name"]!.GetValue<string>() == name)!;

    private static async Task<JsonArray> ItemsAsync(RozmovaServer server, string address) =>
        (await (await server.Client.GetAsync(address)).JsonAsync())["items"]!.AsArray();
}

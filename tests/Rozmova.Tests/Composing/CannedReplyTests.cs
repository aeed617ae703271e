using System.Net;
using System.Net.Http.Json;

namespace Rozmova.Tests.Composing;

/// <summary>Answers written once and used by all.</summary>
public sealed class CannedReplyTests
{
    private const string Path = "/api/v1/canned-replies";

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Operators_write_their_own_and_use_everybodys(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var crew = await house.Server.HireAsync(2);

        var created = await crew[0].Client.PostAsJsonAsync(
            Path, new { shortcut = "Доставка", title = "Delivery", text = "Good day, {{contact.name}}!", language = "uk", labels = new[] { "orders" } });
        var id = (await created.JsonAsync()).Text("id");
        var used = await crew[1].Client.PostAsync($"{Path}/{id}/used", null);
        var changedByAnother = await crew[1].Client.PatchAsJsonAsync($"{Path}/{id}", new { text = "Mine now" });
        var changed = await crew[0].Client.PatchAsJsonAsync($"{Path}/{id}", new { text = "Hello, {{contact.name}}!" });

        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        used.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await changedByAnother.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not-yours");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var reply = (await new Inbox(crew[1].Client).GetAsync(Path))["items"]!.AsArray().Single()!;
        reply.Text("shortcut").ShouldBe("доставка");
        reply.Text("text").ShouldBe("Hello, {{contact.name}}!");
        reply["uses"]!.GetValue<int>().ShouldBe(1);
        reply["author"]!.Text("name").ShouldBe(crew[0].Name);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_shortcut_names_one_reply(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        var client = house.Server.Client;
        await client.PostAsJsonAsync(Path, new { shortcut = "hello", title = "Hello", text = "Hello" });
        var other = await (await client.PostAsJsonAsync(Path, new { shortcut = "hours", title = "Hours", text = "Until nine" })).JsonAsync();

        var again = await client.PostAsJsonAsync(Path, new { shortcut = "HELLO", title = "Hello", text = "Hello" });
        var renamed = await client.PatchAsJsonAsync($"{Path}/{other.Text("id")}", new { shortcut = "hello" });

        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "shortcut-taken");
        await renamed.ShouldBeProblemAsync(HttpStatusCode.Conflict, "shortcut-taken");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task The_list_is_by_shortcut_and_has_pages(Engine engine)
    {
        await using var house = await ComposerHouse.StartAsync(engine);
        foreach (var shortcut in new[] { "c", "a", "b" })
        {
            await house.Server.Client.PostAsJsonAsync(Path, new { shortcut, title = shortcut, text = shortcut });
        }

        var first = await house.Inbox.GetAsync($"{Path}?limit=2");
        var second = await house.Inbox.GetAsync($"{Path}?limit=2&cursor={first.Text("next")}");

        first["items"]!.AsArray().Select(item => item!.Text("shortcut")).ShouldBe(["a", "b"]);
        second["items"]!.AsArray().Select(item => item!.Text("shortcut")).ShouldBe(["c"]);
        second["next"].ShouldBeNull();
    }

    [Theory]
    [InlineData("two words", "Title", "Text", "shortcut")]
    [InlineData("hello", " ", "Text", "title")]
    [InlineData("hello", "Title", "", "text")]
    public async Task What_is_wrong_with_one_is_told(string shortcut, string title, string text, string field)
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);

        var answer = await house.Server.Client.PostAsJsonAsync(Path, new { shortcut, title, text });

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request")).Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task A_deleted_one_is_gone()
    {
        await using var house = await ComposerHouse.StartAsync(Engine.Sqlite);
        var reply = await (await house.Server.Client.PostAsJsonAsync(Path, new { shortcut = "a", title = "A", text = "A" })).JsonAsync();

        (await house.Server.Client.DeleteAsync($"{Path}/{reply.Text("id")}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await house.Server.Client.GetAsync($"{Path}/{reply.Text("id")}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
    }
}

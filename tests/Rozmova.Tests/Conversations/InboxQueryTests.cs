using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Testing;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>What a client asks the inbox for, over HTTP.</summary>
public sealed class InboxQueryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private RozmovaServer _server = null!;

    public async Task InitializeAsync() => _server = await RozmovaServer.StartAsync(new RozmovaSetup());

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("sort=loudest", "sort")]
    [InlineData("sort=2", "sort")]
    [InlineData("waiting=soon", "waiting")]
    [InlineData("waiting=-5", "waiting")]
    public async Task A_question_that_makes_no_sense_names_its_field(string query, string field)
    {
        var answer = await _server.Client.GetAsync($"/api/v1/conversations?{query}");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-request")).Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task The_inbox_is_read_page_by_page_in_the_order_asked_for_and_counted()
    {
        var shop = await CustomShop.ConnectAsync(_server);
        foreach (var person in new[] { "Olena", "Taras", "Ira" })
        {
            await shop.TellAsync($"m-{person}", person, "Where is my refund?", Now);
        }

        await Eventually.Is(
            "all three are counted",
            async () => (await ReadAsync("conversations/counts"))["open"]!.GetValue<int>() == 3,
            CancellationToken.None);
        var first = await ReadAsync("conversations?sort=waiting&limit=2");
        var rest = await ReadAsync($"conversations?sort=waiting&limit=2&cursor={first["next"]}");

        NamesIn(first).Concat(NamesIn(rest)).ShouldBe(["Olena", "Taras", "Ira"], ignoreOrder: true);
        WaitsIn(first).Concat(WaitsIn(rest)).ShouldBeInOrder();
        NamesIn(await ReadAsync("conversations?waiting=20")).ShouldBeEmpty();
        var elsewhere = await _server.Client.GetAsync($"/api/v1/conversations?sort=oldest&limit=2&cursor={first["next"]}");
        await elsewhere.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task A_search_names_the_channel_and_shows_the_message_found()
    {
        var shop = await CustomShop.ConnectAsync(_server);
        await shop.TellAsync("m-1", "Olena", "Where is my refund?", Now);

        JsonNode found = null!;
        await Eventually.Is(
            "the message is found",
            async () => NamesIn(found = await ReadAsync("conversations?q=refund%20channel:custom")).Count == 1,
            CancellationToken.None);

        found["items"]![0]!["match"]!["content"]!.Text("text").ShouldBe("Where is my refund?");
        NamesIn(await ReadAsync("conversations?q=refund%20channel:viber")).ShouldBeEmpty();
    }

    private async Task<JsonNode> ReadAsync(string path) => await (await _server.Client.GetAsync($"/api/v1/{path}")).JsonAsync();

    private static IEnumerable<DateTimeOffset> WaitsIn(JsonNode page) =>
        page["items"]!.AsArray().Select(item => item!["waitingSince"]!.GetValue<DateTimeOffset>());

    private static List<string> NamesIn(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["contact"]!.Text("name"))];
}

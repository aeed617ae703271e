using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Conversations;

/// <summary>A long conversation is read from its end, or from any place in it.</summary>
public sealed class PagingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_place_in_a_long_conversation_is_read_both_ways(Engine engine)
    {
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var inbox = new Inbox(server.Client);
        var shop = await CustomShop.ConnectAsync(server);
        for (var number = 1; number <= 20; number++)
        {
            await shop.TellAsync($"{number}", "Daryna", $"{number}", Noon.AddMinutes(number));
        }

        var conversation = await inbox.ConversationOfAsync("Daryna");
        var seventh = (await inbox.EntriesAsync(conversation, 20))[6].Text("id");

        var around = await ReadAsync($"?limit=4&around={seventh}");
        Says(around).ShouldBe(["5", "6", "7", "8"]);

        var newer = await ReadAsync($"?limit=10&cursor={around.Text("previous")}");
        Says(newer).ShouldBe(Numbers(9, 10));
        var last = await ReadAsync($"?limit=10&cursor={newer.Text("previous")}");
        Says(last).ShouldBe(["19", "20"]);
        last["previous"].ShouldBeNull();

        var older = await ReadAsync($"?limit=10&cursor={around.Text("next")}");
        Says(older).ShouldBe(Numbers(1, 4));
        older["next"].ShouldBeNull();

        Says(await ReadAsync($"?limit=4&around={Noon.AddMinutes(10):yyyy-MM-ddTHH:mm:ssZ}")).ShouldBe(["8", "9", "10", "11"]);

        async Task<JsonNode> ReadAsync(string query) =>
            await (await server.Client.GetAsync($"/api/v1/conversations/{conversation}/messages{query}")).JsonAsync();
    }

    [Theory]
    [InlineData("yesterday", HttpStatusCode.BadRequest)]
    [InlineData("0198c1f4-0000-7aaa-8bbb-0123456789ab", HttpStatusCode.NotFound)]
    public async Task A_place_that_is_none_of_this_conversation_is_refused(string place, HttpStatusCode status)
    {
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup());
        var shop = await CustomShop.ConnectAsync(server);
        await shop.TellAsync("1", "Daryna", "1", Noon);
        var conversation = await new Inbox(server.Client).ConversationOfAsync("Daryna");

        (await server.Client.GetAsync($"/api/v1/conversations/{conversation}/messages?around={place}")).StatusCode.ShouldBe(status);
    }

    private static IEnumerable<string> Numbers(int from, int count) =>
        Enumerable.Range(from, count).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Says(JsonNode page) => page["items"]!.AsArray().Select(entry => entry!.Says());
}

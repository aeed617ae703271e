using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Tests.Intake;

/// <summary>Authentic but unreadable: kept, told, and no reason for the platform to come again.</summary>
public sealed class UnreadableTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Theory]
    [InlineData("")]
    [InlineData("not JSON at all")]
    [InlineData("{\"update_id\":\"seven\"}")]
    [InlineData("{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":\"today\"}}")]
    [InlineData("[]")]
    [InlineData("{\"update_id\":7,\"message\":{\"message_id\":1,\"date\":1767603600,\"text\":\"\\ud800\",\"chat\":{\"id\":5,\"type\":\"private\"}}}")]
    public async Task Authentic_garbage_is_taken_and_put_away_with_its_bytes(string body)
    {
        var bot = await house.ConnectAsync();

        (await house.Server.PushAsync(bot, Encoding.UTF8.GetBytes(body))).ShouldBe(HttpStatusCode.OK);

        var item = (await ItemsAsync(bot.Id)).ShouldHaveSingleItem();
        item.Text("platform").ShouldBe("telegram");
        item.Text("state").ShouldBe("waiting");
        item.Text("reason").ShouldNotBeEmpty();
        ((long)item["size"]!).ShouldBe(Encoding.UTF8.GetByteCount(body));
        var whole = await house.Inbox.GetAsync($"/api/v1/quarantine/{item.Text("id")}");
        Encoding.UTF8.GetString(Convert.FromBase64String(whole.Text("body"))).ShouldBe(body);
    }

    [Fact]
    public async Task Garbage_does_not_take_down_what_comes_with_it()
    {
        var bot = await house.ConnectAsync();
        var customer = bot.AddCustomer();
        customer.SendText("before");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Server.PushAsync(bot, "garbage"u8.ToArray())));
        customer.SendText("after");

        await house.Inbox.EntriesAsync(await house.Inbox.ConversationOfAsync(customer.Profile.FullName), 2);
        (await ItemsAsync(bot.Id)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task An_update_of_a_kind_nobody_knows_is_shown_as_unsupported()
    {
        var bot = await house.ConnectAsync();
        var customer = bot.AddCustomer();

        customer.Send(message => message["hologram"] = new JsonObject { ["depth"] = 3 });

        var entry = (await house.Inbox.EntriesAsync(await house.Inbox.ConversationOfAsync(customer.Profile.FullName), 1))[0];
        entry["content"]!.Text("type").ShouldBe("unsupported");
        entry["content"]!.Text("key").ShouldBe("hologram");
    }

    private async Task<List<JsonNode>> ItemsAsync(string channel)
    {
        var page = await house.Inbox.GetAsync("/api/v1/quarantine?limit=200");
        return [.. page["items"]!.AsArray().Select(item => item!).Where(item => item.Text("channelId") == channel)];
    }
}

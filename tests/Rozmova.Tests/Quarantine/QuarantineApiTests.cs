using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Tests.Quarantine;

public sealed class QuarantineApiTests : IAsyncLifetime
{
    private static readonly byte[] Garbage = [0x7b, 0xff, 0xfe];

    private RozmovaServer _server = null!;
    private JsonNode _channel = null!;

    public async Task InitializeAsync()
    {
        _server = await RozmovaServer.StartAsync();
        var answer = await _server.Client.PostAsJsonAsync(
            "/api/v1/channels", new { platform = "custom", name = "Shop", settings = new { secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX" } });
        _channel = await answer.JsonAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_item_is_listed_without_its_bytes_and_read_with_them()
    {
        var id = await AddAsync(Garbage);

        var listed = (await (await _server.Client.GetAsync("/api/v1/quarantine?state=waiting")).JsonAsync())["items"]![0]!.AsObject();
        var read = await (await _server.Client.GetAsync($"/api/v1/quarantine/{id}")).JsonAsync();

        listed.Select(member => member.Key).ShouldBe(["id", "platform", "channelId", "receivedAt", "reason", "size", "state"]);
        Convert.FromBase64String(read["body"]!.GetValue<string>()).ShouldBe(Garbage);
    }

    [Fact]
    public async Task What_is_still_unreadable_stays()
    {
        var id = await AddAsync(Garbage);

        var answer = await PostAsync(id, "replay");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "still-unreadable");
        (await StateAsync(id)).ShouldBe("waiting");
    }

    [Fact]
    public async Task What_can_be_read_after_all_goes_down_the_road()
    {
        var id = await AddAsync("""{"id":"m1","from":{"id":"u1","name":"Olena"},"content":{"type":"text","text":"Hello"}}"""u8.ToArray());

        var answer = await PostAsync(id, "replay");
        var again = await PostAsync(id, "replay");

        (await answer.JsonAsync())["state"]!.GetValue<string>().ShouldBe("replayed");
        await again.ShouldBeProblemAsync(HttpStatusCode.Conflict, "already-decided");
        await Testing.Eventually.Is("the message is in the inbox", async () =>
            (await (await _server.Client.GetAsync("/api/v1/conversations")).JsonAsync())["items"]!.AsArray().Count == 1, CancellationToken.None);
    }

    [Fact]
    public async Task Nothing_is_replayed_into_a_channel_that_is_gone()
    {
        var id = await AddAsync(Garbage);
        await _server.Client.DeleteAsync($"/api/v1/channels/{_channel["id"]}");

        var answer = await PostAsync(id, "replay");

        await answer.ShouldBeProblemAsync(HttpStatusCode.Conflict, "channel-gone");
    }

    [Fact]
    public async Task A_discarded_item_is_decided()
    {
        var id = await AddAsync(Garbage);

        (await PostAsync(id, "discard")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await StateAsync(id)).ShouldBe("discarded");
        await (await PostAsync(id, "replay")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "already-decided");
    }

    [Fact]
    public async Task All_that_can_be_read_by_now_is_replayed_at_once()
    {
        await AddAsync(Garbage);
        await AddAsync("""{"id":"m1","from":{"id":"u1","name":"Olena"},"content":{"type":"text","text":"Hello"}}"""u8.ToArray());
        await AddAsync("""{"id":"m2","from":{"id":"u1","name":"Olena"},"content":{"type":"text","text":"Hello?"}}"""u8.ToArray());
        var before = await (await _server.Client.GetAsync("/api/v1/quarantine/count")).JsonAsync();

        var answer = await (await _server.Client.PostAsJsonAsync("/api/v1/quarantine/replay", new { channelId = _channel["id"] })).JsonAsync();

        before["waiting"]!.GetValue<int>().ShouldBe(3);
        answer["replayed"]!.GetValue<int>().ShouldBe(2);
        answer["left"]!.GetValue<int>().ShouldBe(1);
        var other = await (await _server.Client.GetAsync($"/api/v1/quarantine?channelId={Guid.CreateVersion7()}")).JsonAsync();
        other["items"]!.AsArray().ShouldBeEmpty();
    }

    private async Task<Guid> AddAsync(byte[] body)
    {
        var now = TimeProvider.System.GetUtcNow();
        var item = new QuarantineItem
        {
            Id = Guid.CreateVersion7(now),
            Platform = "custom",
            ChannelId = new Messaging.ChannelId(_channel["id"]!.GetValue<Guid>()),
            ReceivedAt = now,
            Reason = "Not JSON.",
            Size = body.Length,
        };
        await _server.Services.GetRequiredService<ITransactions>().WriteAsync(async transaction =>
        {
            await _server.Services.GetRequiredService<IQuarantineStore>().AddAsync(transaction, item, body);
            return true;
        }, CancellationToken.None);
        return item.Id;
    }

    private Task<HttpResponseMessage> PostAsync(Guid id, string action) => _server.Client.PostAsync($"/api/v1/quarantine/{id}/{action}", null);

    private async Task<string> StateAsync(Guid id) =>
        (await (await _server.Client.GetAsync($"/api/v1/quarantine/{id}")).JsonAsync())["state"]!.GetValue<string>();
}

using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Live;

/// <summary>The live feed as a client meets it.</summary>
public sealed class LiveFeedTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task It_greets_with_who_one_is_and_the_number_after_which_frames_follow()
    {
        var me = await house.Inbox.GetAsync("/api/v1/me");
        await using var live = await LiveListener.ConnectAsync(house.Server.Address);
        await house.GreetedAsync();

        live.UserId.ShouldBe(me.Text("id"));
        var numbers = new List<long>();
        while (numbers.Count < 3)
        {
            var frame = await live.NextAsync();
            if (IsNumbered(frame))
            {
                frame["at"].ShouldNotBeNull();
                numbers.Add((long)frame["seq"]!);
            }
        }

        numbers.ShouldBe([live.Joined + 1, live.Joined + 2, live.Joined + 3]);
    }

    [Fact]
    public async Task The_key_may_be_in_the_address()
    {
        using var socket = new ClientWebSocket();
        var path = $"/api/v1/communications/ws/me?token={RozmovaServer.ApiKey}";
        var address = new UriBuilder(new Uri(house.Server.Address, path)) { Scheme = "ws" };

        await socket.ConnectAsync(address.Uri, CancellationToken.None).Soon();

        socket.State.ShouldBe(WebSocketState.Open);
    }

    [Theory]
    [InlineData("/api/v1/communications/ws/me", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/communications/ws/me?token=rk_nobody-was-given-this", HttpStatusCode.Unauthorized)]
    public async Task Strangers_do_not_listen(string path, HttpStatusCode status)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(new Uri(house.Server.Address, path)) { Scheme = "ws" };

        await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(address.Uri, CancellationToken.None).Soon());

        socket.HttpStatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_ping_is_answered_and_what_cannot_be_read_is_told()
    {
        await using var live = await LiveListener.ConnectAsync(house.Server.Address);

        await live.SendAsync("{\"type\":\"ping\"}");
        await live.SendAsync("not JSON");
        await live.SendAsync("{\"type\":\"dance\"}");
        await live.SendAsync("{\"type\":\"ping\"}");

        (await live.NextAsync("pong")).Text("type").ShouldBe("pong");
        (await live.NextAsync("error")).Text("code").ShouldNotBeEmpty();
        (await live.NextAsync("error")).Text("code").ShouldNotBeEmpty();
        await live.NextAsync("pong");
    }

    [Fact]
    public async Task A_frame_over_64_KiB_closes_with_1009_and_one_of_64_KiB_does_not()
    {
        await using var live = await LiveListener.ConnectAsync(house.Server.Address);

        await live.SendAsync("{\"type\":\"ping\"}".PadRight(64 * 1024));
        await live.NextAsync("pong");
        await live.SendAsync("{\"type\":\"ping\"}".PadRight((64 * 1024) + 1));

        (await live.ClosedAsync()).ShouldBe(1009);
    }

    [Fact]
    public async Task Claims_and_releases_are_pushed_to_everybody()
    {
        var (_, conversation) = await house.GreetedAsync();
        await using var live = await LiveListener.ConnectAsync(house.Server.Address);

        await house.Inbox.ClaimAsync(conversation);
        await house.Server.Client.PostAsync($"/api/v1/conversations/{conversation}/release", null);

        var claimed = (await live.NextAsync("conversation.claimed"))["data"]!;
        claimed.Text("conversationId").ShouldBe(conversation);
        claimed["claim"]!.Text("name").ShouldBe("API key");
        (await live.NextAsync("conversation.released"))["data"]!["claim"].ShouldBeNull();
    }

    [Fact]
    public async Task Many_who_connect_while_messages_flow_all_get_every_push()
    {
        var shop = await CustomShop.ConnectAsync(house.Server);
        var start = TimeProvider.System.GetUtcNow();
        using var enough = new CancellationTokenSource();
        var flowing = Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                await shop.TellAsync($"{number}", $"person {number % 10}", $"{number}", start.AddMilliseconds(number));
            }
        });

        var listeners = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => LiveListener.ConnectAsync(house.Server.Address)));
        await enough.CancelAsync();
        await flowing;
        await shop.TellAsync("last", "the last person", "the last words", start.AddHours(1));

        foreach (var listener in listeners)
        {
            await ShouldMissNothingAsync(listener);
            await listener.DisposeAsync();
        }
    }

    private static async Task ShouldMissNothingAsync(LiveListener listener)
    {
        var expected = listener.Joined;
        JsonNode frame;
        do
        {
            frame = await listener.NextAsync();
            if (IsNumbered(frame))
            {
                ((long)frame["seq"]!).ShouldBe(++expected);
            }
        }
        while (frame.Text("type") != "message.created" || frame["data"]!.Says() != "the last words");
    }

    /// <summary>Presence, viewers and typing pass by: they carry the number of the moment.</summary>
    private static bool IsNumbered(JsonNode frame) => frame.Text("type")
        is not ("operator.presence" or "conversation.viewers" or "typing" or "pong" or "error");
}

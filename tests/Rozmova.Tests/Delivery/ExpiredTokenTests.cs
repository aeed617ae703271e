using System.Net;
using System.Net.Http.Json;
using Rozmova.Simulators.Telegram;
using Rozmova.Tests.Intake;
using Rozmova.Tests.Live;

namespace Rozmova.Tests.Delivery;

/// <summary>A channel whose token the platform no longer takes.</summary>
public sealed class ExpiredTokenTests : IAsyncLifetime
{
    private const string Expired = "4000001:AAH_token-that-has-expired";
    private const string Renewed = "4000001:AAH_token-that-works";

    private TelegramScene? _telegram;

    private TelegramSimulator Simulator => _telegram!.Simulator;

    public async Task InitializeAsync() => _telegram = await TelegramScene.StartAsync();

    public async Task DisposeAsync() => await _telegram!.DisposeAsync();

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_is_held_for_an_expired_token_is_queued_and_leaves_in_order_once_the_token_is_replaced(Engine engine)
    {
        await using var server = await RozmovaServer.StartAsync(new RozmovaSetup { Database = await engine.CreateAsync() });
        var inbox = new Inbox(server.Client);
        var customer = Simulator.AddBot(Renewed, "renewed_bot").Simulate("Olena Renewed");
        var settings = new { token = Expired, mode = "webhook", webhookSecret = "s3cret", baseUrl = Simulator.BaseAddress };
        var created = await server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "telegram", name = "Expired", settings });
        var channel = await created.JsonAsync();
        var path = $"/api/v1/channels/{channel.Text("id")}";
        (await server.PushAsync(channel.Text("webhookPath"), "s3cret", customer.SendText("Good day").Json)).ShouldBe(HttpStatusCode.OK);
        var conversation = await inbox.ConversationOfAsync(customer.Profile.FullName);
        await using var live = await LiveListener.ConnectAsync(server.Address);

        var first = await inbox.ReplyAsync(conversation, "one");
        var second = await inbox.ReplyAsync(conversation, "two");

        var told = await live.NextAsync("message.updated", message => message.Text("id") == first.Text("id"));
        told["data"]!.Text("status").ShouldBe("queued");
        (await inbox.EntriesAsync(conversation)).Where(entry => entry.Text("direction") == "outbound")
            .ShouldAllBe(entry => entry.Text("status") == "queued");
        var failed = await inbox.GetAsync(path);
        failed.Text("state").ShouldBe("failed");
        failed.Text("detail").ShouldContain("token");
        customer.BotMessages.ShouldBeEmpty();

        (await server.Client.PatchAsJsonAsync(path, new { settings = new { token = Renewed } })).EnsureSuccessStatusCode();

        await inbox.StateAsync(first, "sent");
        await inbox.StateAsync(second, "sent");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["one", "two"]);
        (await inbox.GetAsync(path)).Text("state").ShouldBe("connected");
    }
}

using System.Net;
using System.Net.Http.Json;
using Rozmova.Tests.Intake;

namespace Rozmova.Tests.Delivery;

/// <summary>A channel whose token the platform no longer takes.</summary>
public sealed class ExpiredTokenTests(TelegramHouse house) : IClassFixture<TelegramHouse>
{
    [Fact]
    public async Task What_is_held_for_an_expired_token_leaves_in_order_once_the_token_is_replaced()
    {
        const string Expired = "4000001:AAH_token-that-has-expired";
        const string Renewed = "4000001:AAH_token-that-works";
        var bot = house.Simulator.AddBot(Renewed, "renewed_bot");
        var customer = bot.Simulate("Olena Renewed");
        var settings = new { token = Expired, mode = "webhook", webhookSecret = "s3cret", baseUrl = house.Simulator.BaseAddress };
        var created = await house.Server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "telegram", name = "Expired", settings });
        var channel = await created.JsonAsync();
        var path = $"/api/v1/channels/{channel.Text("id")}";
        (await house.Server.PushAsync(channel.Text("webhookPath"), "s3cret", customer.SendText("Good day").Json)).ShouldBe(HttpStatusCode.OK);
        var conversation = await house.Inbox.ConversationOfAsync(customer.Profile.FullName);

        var first = await house.Inbox.ReplyAsync(conversation, "one");
        var second = await house.Inbox.ReplyAsync(conversation, "two");
        await house.Inbox.StateAsync(first, "sending");
        var failed = await house.Inbox.GetAsync(path);
        failed.Text("state").ShouldBe("failed");
        failed.Text("detail").ShouldContain("token");
        customer.BotMessages.ShouldBeEmpty();

        (await house.Server.Client.PatchAsJsonAsync(path, new { settings = new { token = Renewed } })).EnsureSuccessStatusCode();

        await house.Inbox.StateAsync(first, "sent");
        await house.Inbox.StateAsync(second, "sent");
        customer.BotMessages.Select(message => message.Text).ShouldBe(["one", "two"]);
        (await house.Inbox.GetAsync(path)).Text("state").ShouldBe("connected");
    }
}

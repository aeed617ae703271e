using System.Text;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberSimulatorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task What_a_customer_writes_arrives_signed()
    {
        await using var simulated = await SimulatedViber.StartAsync();

        await simulated.Customer.SendText("Привіт 👋").Delivered.WaitAsync(Patience);

        var request = simulated.Webhook.Requests.Last();
        Encoding.UTF8.GetString(request.Body).ShouldContain("Привіт");
        simulated.Viber.Platform.IsAuthentic(
            simulated.Viber.Channel,
            new WebhookRequest(request.Body, request.Headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_callback_is_repeated_until_it_is_answered_200()
    {
        await using var simulated = await SimulatedViber.StartAsync();
        var left = 2;
        await using var flaky = await Receiver.Start(context =>
        {
            context.Response.StatusCode = left-- > 0 ? 500 : 200;
            return Task.CompletedTask;
        });
        left = 0;
        await simulated.Viber.Platform.ConnectAsync(simulated.Viber.ChannelWith(flaky.Address), CancellationToken.None);
        left = 2;

        await simulated.Customer.SendText("hello").Delivered.WaitAsync(Patience);

        flaky.Requests.Count.ShouldBe(4);
        flaky.Requests.TakeLast(3).Select(request => Convert.ToHexString(request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_answer_to_an_opened_chat_is_a_welcome()
    {
        await using var simulated = await SimulatedViber.StartAsync(
            webhookAnswer: """{"sender":{"name":"Acme"},"type":"text","text":"Welcome!"}""");
        var newcomer = simulated.Bot.AddCustomer("Taras");

        await newcomer.Open("promo_42").Delivered.WaitAsync(Patience);
        await newcomer.Subscribe().Delivered.WaitAsync(Patience);

        newcomer.BotMessages.ShouldHaveSingleItem().Text.ShouldBe("Welcome!");
    }

    [Fact]
    public async Task A_stranger_cannot_be_written_to()
    {
        await using var simulated = await SimulatedViber.StartAsync();
        var stranger = simulated.Bot.AddCustomer("Taras");

        var outcome = await simulated.Viber.SendAsync(stranger.Id, new Messaging.MessageContent.Text("Hello"));

        outcome.ShouldBeOfType<Messaging.SendOutcome.Refused>().Error.Code.ShouldBe(Messaging.SendErrors.Blocked);
        await stranger.SendText("hello").Delivered.WaitAsync(Patience);
        (await simulated.Viber.SendAsync(stranger.Id, new Messaging.MessageContent.Text("Hello"))).ShouldBeOfType<Messaging.SendOutcome.Sent>();
    }
}

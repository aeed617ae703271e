using System.Text;
using Rozmova.Messaging.Platforms;
using Rozmova.Simulators;
using Rozmova.Simulators.Viber;

namespace Rozmova.Platforms.Tests.Viber;

public sealed class ViberConnectingTests
{
    [Fact]
    public async Task A_webhook_is_registered_once_it_answers_and_taken_back()
    {
        await using var simulated = await SimulatedViber.StartUnconnectedAsync();
        var channel = simulated.Viber.ChannelWith(new Uri(simulated.Webhook.Address, "/hooks/viber/1"));

        var report = await simulated.Viber.Platform.ConnectAsync(channel, CancellationToken.None);

        report.ShouldBe(ConnectionReport.Connected);
        simulated.Bot.Webhook!.EventTypes.ShouldBe(
            ["delivered", "seen", "failed", "subscribed", "unsubscribed", "conversation_started"], ignoreOrder: true);
        simulated.Bot.Webhook.SendName.ShouldBeTrue();
        simulated.Bot.Webhook.SendPhoto.ShouldBeTrue();
        var asked = simulated.Webhook.Requests.ShouldHaveSingleItem();
        asked.Path.ShouldBe("/hooks/viber/1");
        simulated.Viber.Platform.IsAuthentic(
            channel, new WebhookRequest(asked.Body, asked.Headers, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch)).ShouldBeTrue();
        simulated.Viber.Read(Encoding.UTF8.GetString(asked.Body)).ShouldBeEmpty();

        await simulated.Viber.Platform.DisconnectAsync(channel, CancellationToken.None);
        simulated.Bot.Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_public_address_the_token_is_checked_and_nothing_registered()
    {
        await using var simulated = await SimulatedViber.StartUnconnectedAsync();

        var report = await simulated.Viber.Platform.ConnectAsync(simulated.Viber.Channel, CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Connected);
        report.Detail!.ShouldContain("PublicUrl");
        simulated.Simulator.Calls.Count("set_webhook").ShouldBe(0);
        await simulated.Viber.Platform.DisconnectAsync(simulated.Viber.Channel, CancellationToken.None);
        simulated.Simulator.Calls.Count("set_webhook").ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_that_does_not_answer_200_fails_with_what_to_do()
    {
        await using var simulated = await SimulatedViber.StartUnconnectedAsync(webhookStatus: 503);

        var report = await simulated.Viber.Platform.ConnectAsync(
            simulated.Viber.ChannelWith(simulated.Webhook.Address), CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("https");
    }

    [Theory]
    [InlineData(2, "token")]
    [InlineData(7, "blocked")]
    [InlineData(8, "no bot")]
    [InlineData(9, "suspended")]
    [InlineData(12, "wait")]
    [InlineData(3, "3 as Viber says")]
    public async Task A_bot_Viber_refuses_fails_with_what_to_do(int status, string words)
    {
        await using var simulated = await SimulatedViber.StartUnconnectedAsync();
        simulated.Simulator.Faults.Add(new Refusal(status, "as Viber says"));

        var report = await simulated.Viber.Platform.ConnectAsync(simulated.Viber.Channel, CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain(words);
    }

    [Fact]
    public async Task An_address_nobody_answers_at_says_so()
    {
        await using var viber = new ViberUnderTest();

        var report = await viber.Platform.ConnectAsync(viber.Channel, CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task The_base_address_may_end_as_the_documentation_writes_it()
    {
        await using var simulated = await SimulatedViber.StartUnconnectedAsync();
        await using var viber = new ViberUnderTest(new Uri(simulated.Simulator.BaseAddress, "/pa/"));

        (await viber.Platform.ConnectAsync(viber.Channel, CancellationToken.None)).State.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_person_is_looked_up_once_and_not_asked_for_again_when_refused()
    {
        await using var simulated = await SimulatedViber.StartAsync();
        simulated.Customer.Avatar = "https://media.example.com/a/1.jpg";

        var profile = await FindAsync();
        simulated.Simulator.Faults.Add(Refusal.NotSubscribed());
        var refused = await FindAsync();

        profile!.Name.ShouldBe("Olena");
        profile.AvatarUrl.ShouldBe("https://media.example.com/a/1.jpg");
        profile.Language.ShouldBe("uk");
        refused.ShouldBeNull();
        simulated.Simulator.Faults.Add(new Fault.HttpStatus(502));
        await Should.ThrowAsync<HttpRequestException>(FindAsync);

        Task<Messaging.Profile?> FindAsync() => simulated.Viber.Platform
            .FindProfileAsync(simulated.Viber.Channel, simulated.Customer.Id, CancellationToken.None).AsTask();
    }
}

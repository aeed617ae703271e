using Rozmova.Messaging;
using Rozmova.Simulators;
using Rozmova.Simulators.Viber;

namespace Rozmova.Platforms.Tests.Viber;

/// <summary>A simulated Viber with one bot, one subscriber, a webhook that takes everything, and the platform in front of them.</summary>
internal sealed class SimulatedViber : IAsyncDisposable
{
    public static readonly SimulatedFile Photo = new("photo.jpg", "image/jpeg", new byte[] { 0xff, 0xd8, 0xff });

    private SimulatedViber(ViberSimulator simulator, Receiver webhook)
    {
        Simulator = simulator;
        Webhook = webhook;
        Bot = simulator.AddBot(ViberUnderTest.Token, "Acme");
        Customer = Bot.AddCustomer("Olena").AlreadySubscribed();
        Viber = new ViberUnderTest(simulator.BaseAddress);
    }

    public ViberSimulator Simulator { get; }

    public Receiver Webhook { get; }

    public ViberBot Bot { get; }

    public ViberCustomer Customer { get; }

    public ViberUnderTest Viber { get; }

    /// <summary>One whose webhook is registered already.</summary>
    public static async Task<SimulatedViber> StartAsync(int webhookStatus = 200, string webhookAnswer = "")
    {
        var simulated = await StartUnconnectedAsync(webhookStatus, webhookAnswer);
        await simulated.Viber.Platform.ConnectAsync(
            simulated.Viber.ChannelWith(simulated.Webhook.Address), CancellationToken.None);
        return simulated;
    }

    public static async Task<SimulatedViber> StartUnconnectedAsync(int webhookStatus = 200, string webhookAnswer = "") => new(
        await ViberSimulator.StartAsync(
            new ViberSimulatorOptions { FirstRetryWait = TimeSpan.FromMilliseconds(5) }, TimeProvider.System, CancellationToken.None),
        await Receiver.Start(webhookStatus, webhookAnswer));

    public Task<SendOutcome> SendAsync(MessageContent content, Uri? file = null) => Viber.SendAsync(Customer.Id, content, file);

    /// <summary>Sends what must arrive, and gives back what the customer sees.</summary>
    public async Task<ViberMessage> DeliverAsync(MessageContent content, Uri? file = null)
    {
        var sent = (await SendAsync(content, file)).ShouldBeOfType<SendOutcome.Sent>();
        var seen = Customer.BotMessages[^1];
        sent.Id.Id.ShouldBe(seen.Token.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        await Viber.DisposeAsync();
        await Simulator.DisposeAsync();
        await Webhook.DisposeAsync();
    }
}

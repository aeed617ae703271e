using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Viber;

namespace Rozmova.Platforms.Tests.Viber;

/// <summary>
/// Our reading of the protocol against Viber's own library: it accepts what the simulator signs, and the simulator accepts what it
/// sends. What our platform is tested against is thereby no invention of ours.
/// </summary>
public sealed class ViberOracleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Vibers_own_library_and_the_simulator_understand_each_other()
    {
        await using var simulator = await ViberSimulator.StartAsync(new ViberSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        var bot = simulator.AddBot(ViberUnderTest.Token, "Acme");
        using var library = await ViberLibrary.StartAsync(ViberUnderTest.Token, new Uri(simulator.BaseAddress, "/pa"));
        await RegisterAsync(simulator, library.Webhook);
        var customer = bot.AddCustomer("Олена 👋");

        await customer.Open().Delivered.WaitAsync(Patience);
        customer.SendText("Привіт 👋");
        await customer.WaitForMessageAsync(message => message.Text == "You said Привіт 👋", CancellationToken.None).WaitAsync(Patience);

        customer.BotMessages[0].Text.ShouldBe("Welcome, Олена 👋");
    }

    private static async Task RegisterAsync(ViberSimulator simulator, Uri webhook)
    {
        using var api = new HttpClient(new SocketsHttpHandler()) { BaseAddress = simulator.BaseAddress };
        api.DefaultRequestHeaders.Add("X-Viber-Auth-Token", ViberUnderTest.Token);
        var answer = await api.PostAsJsonAsync("/pa/set_webhook", new { url = webhook, send_name = true });
        ((int)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!).ShouldBe(0);
    }
}

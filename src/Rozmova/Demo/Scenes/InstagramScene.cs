using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Meta;
using Samples = Rozmova.Simulators.Telegram.Samples;

namespace Rozmova.Demo.Scenes;

/// <summary>A professional account.</summary>
internal sealed class InstagramScene : IDemoScene
{
    private readonly MetaSimulator _simulator;
    private readonly MetaAccount _account;
    private readonly MetaCustomer _lina;
    private readonly MetaCustomer _max;

    private InstagramScene(MetaSimulator simulator)
    {
        _simulator = simulator;
        _account = simulator.AddInstagram("17841400000000001", "IGAA-demo-token-of-a-simulated-account",
            "demo-app-secret-of-a-simulated-instagram");
        _lina = _account.AddCustomer("Lina", "Petrova", "6500000000000001");
        _max = _account.AddCustomer("Max", "Weber", "6500000000000002");
        People = [MetaPerson.Play(_lina, "люблю! беру 🩷"), MetaPerson.Play(_max, "ok thanks, I'll come by at six")];
    }

    public string Platform => "instagram";

    public string ChannelName => "Flower shop on Instagram";

    public JsonObject Settings => new()
    {
        ["accessToken"] = _account.Token,
        ["accountId"] = _account.Id,
        ["appSecret"] = _account.AppSecret,
        ["verifyToken"] = "flowers",
    };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "read";

    public IReadOnlyList<DemoPerson> People { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new InstagramScene(await MetaSimulator.StartAsync(
            new MetaSimulatorOptions { FirstNumber = SceneList.FirstNumber }, TimeProvider.System, cancellationToken));

    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken)
    {
        _account.Webhook = channel.Webhook;
        return Task.CompletedTask;
    }

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _lina.SendFiles("image", new SimulatedFile("story.png", "image/png", Samples.Bouquet(280).Content));
        _lina.SendText("а такі ще є? 😍");
        _max.SendText("how much is the lavender?");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}

using System.Text.Json.Nodes;
using Rozmova.Simulators.Meta;

namespace Rozmova.Demo.Scenes;

/// <summary>A Facebook page.</summary>
internal sealed class MessengerScene : IDemoScene
{
    private readonly MetaSimulator _simulator;
    private readonly MetaAccount _page;
    private readonly MetaCustomer _nataliia;

    private MessengerScene(MetaSimulator simulator)
    {
        _simulator = simulator;
        _page = simulator.AddPage("104000000000001", "EAA-demo-token-of-a-simulated-page", "demo-app-secret-of-a-simulated-messenger");
        _page.AddTemplate(new PageTemplate("order_ready", "uk", "Вітаємо! Ваше замовлення {{1}} готове, чекаємо на вас до восьмої вечора."));
        _nataliia = _page.AddCustomer("Наталія", "Ткаченко", "7000000000000001");
        People = [MetaPerson.Play(_nataliia, "Так, в офіс на Подолі, до обіду.", "Супер, дякую! 💐")];
    }

    public string Platform => "messenger";

    public string ChannelName => "Flower shop on Messenger";

    public JsonObject Settings => new()
    {
        ["pageAccessToken"] = _page.Token,
        ["pageId"] = _page.Id,
        ["appSecret"] = _page.AppSecret,
        ["verifyToken"] = "flowers",
    };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "read";

    public IReadOnlyList<DemoPerson> People { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new MessengerScene(await MetaSimulator.StartAsync(
            new MetaSimulatorOptions { FirstNumber = SceneList.FirstNumber }, TimeProvider.System, cancellationToken));

    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken)
    {
        _page.Webhook = channel.Webhook;
        return Task.CompletedTask;
    }

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _nataliia.Press("Замовити букет", "ORDER");
        _nataliia.SendText("На п'ятницю, для мами, 60 років. Щось ніжне, до 1200 ₴");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}

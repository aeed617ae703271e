using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Simulators.Viber;
using Rozmova.Simulators.Webim;

namespace Rozmova.Demo.Scenes;

/// <summary>A Viber bot. The program registers its webhook itself. Operators of a help-desk answer its customers too.</summary>
internal sealed class ViberScene : IDemoScene
{
    private const string Token = "4f1a2b3c4d5e6f70-8192a3b4c5d6e7f8-000000000000d300";
    private const long Tokens = 5_741_311_803_571_721_000;

    private readonly ViberSimulator _simulator;
    private readonly ViberCustomer _mariia;
    private readonly ViberCustomer _ihor;
    private readonly WebimDeskScene _webim;

    private ViberScene(ViberSimulator simulator, WebimSimulator webim)
    {
        _simulator = simulator;
        var bot = simulator.AddBot(Token, "Півонія");
        _mariia = bot.AddCustomer("Марія Шевченко");
        _ihor = bot.AddCustomer("Ігор Бондаренко");
        _webim = new WebimDeskScene(webim, bot.AddCustomer("Олег Кравець"), ChannelName);
        People = [Play(_mariia, "Ой, чудово! Тоді на суботу, на десяту ранку.", "Дуже дякую!"), Play(_ihor, "Дякую, чекаю на дзвінок.")];
    }

    public string Platform => "viber";

    public string ChannelName => "Flower shop on Viber";

    public JsonObject Settings => new() { ["token"] = Token, ["name"] = "Півонія" };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "read";

    public IReadOnlyList<DemoPage> Pages => [_webim.Page];

    public IReadOnlyList<DemoPerson> People { get; }

    public IDemoDesk Desk => _webim;

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken)
    {
        var viber = await ViberSimulator.StartAsync(
            new ViberSimulatorOptions { FirstToken = Tokens + (SceneList.FirstNumber * 1000L), ReportsDelivery = true },
            TimeProvider.System, cancellationToken);
        var webim = await WebimSimulator.StartAsync(
            new WebimSimulatorOptions { FirstChat = SceneList.FirstNumber }, TimeProvider.System, cancellationToken);
        return new ViberScene(viber, webim);
    }

    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _mariia.Open("instagram-ad");
        _mariia.SendPicture(Samples.Bouquet(330), "Можна такий самий букет, тільки більший?");
        _ihor.SendText("Передзвоніть мені, будь ласка: потрібні квіти на весілля, 8 столів і арка");
        _ihor.SendContact("Ігор Бондаренко", "+380671234567");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _webim.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private static DemoPerson Play(ViberCustomer customer, params string[] lines) => new(customer.Name, lines)
    {
        WriteAsync = (text, _) => Task.FromResult(customer.SendText(text)),
        SendPictureAsync = (picture, _) => Task.FromResult(customer.SendPicture(new SimulatedFile("bouquet.png", "image/png", picture))),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await customer.WaitForMessageAsync(_ => customer.BotMessages.Count > number, cancellationToken);
            return customer.BotMessages[number].Text ?? "";
        },
        SeeAsync = _ => Task.FromResult(customer.See(customer.BotMessages[^1].Token)),
    };
}

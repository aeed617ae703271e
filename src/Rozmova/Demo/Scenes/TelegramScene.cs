using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Demo.Scenes;

/// <summary>A bot, and a page with a phone to play the customer on.</summary>
internal sealed class TelegramScene : IDemoScene
{
    private const string Token = "7000000001:demo-bot-of-a-simulated-telegram";

    private readonly TelegramSimulator _simulator;
    private readonly Customer _olena;
    private readonly Customer _andriy;
    private readonly Customer _emma;

    private TelegramScene(TelegramSimulator simulator)
    {
        _simulator = simulator;
        var bot = simulator.AddBot(Token, "flower_shop_bot");
        _olena = simulator.AddCustomer(bot, "Олена", "Коваль", id: 5_551_000_001);
        _andriy = simulator.AddCustomer(bot, "Андрій", "Мельник", id: 5_551_000_002);
        _emma = simulator.AddCustomer(bot, "Emma", "Brown", id: 5_551_000_003);
        Desk = new TelegramDeskScene(simulator, simulator.AddCustomer(bot, "Максим", "Лисенко", id: 5_551_000_004));
        People =
        [
            Play(_olena, "Чудово! А скільки коштує букет із п'ятнадцяти?", "Дякую, беру рожеві 🌸"),
            Play(_andriy, "Добре, чекаю. Дякую за швидку відповідь!"),
            Play(_emma, "Great, thank you! Could you add a card that says “Happy birthday, Mum”?", "Perfect, thanks!"),
        ];
    }

    public string Platform => "telegram";

    public string ChannelName => "Flower shop bot";

    public JsonObject Settings => new() { ["token"] = Token, ["mode"] = "polling" };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "sent";

    public IReadOnlyList<DemoPage> Pages => [new("Customer's phone", _simulator.BaseAddress, "TELEGRAM_SIMULATOR_URL")];

    public IReadOnlyList<DemoPerson> People { get; }

    public IDemoDesk Desk { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new TelegramScene(await TelegramSimulator.StartAsync(
            new TelegramSimulatorOptions { FirstNumber = SceneList.FirstNumber }, TimeProvider.System, cancellationToken));

    /// <summary>Nothing to enter: the program asks for news.</summary>
    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _olena.Start("spring");
        _olena.SendText("Доброго дня! Чи є у вас півонії на завтра?");
        _andriy.SendText("Привіт. Замовляв букет №1042, а кур'єра ще нема 🙁");
        _andriy.SendPhoto(Samples.Photo(200), "Ось чек");
        _emma.SendText("Hi! Do you deliver on Sundays?");
        _emma.SendLocation(50.4501, 30.5234);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static DemoPerson Play(Customer customer, params string[] lines) => new(customer.Profile.FullName, lines)
    {
        WriteAsync = (text, _) => Task.FromResult(customer.SendText(text)),
        SendPictureAsync = (picture, _) => Task.FromResult(customer.SendPhoto(new SimulatedFile("bouquet.png", "image/png", picture))),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await customer.WaitForMessageAsync(_ => customer.BotMessages.Count > number, cancellationToken);
            return customer.BotMessages[number].Text ?? "";
        },
    };
}

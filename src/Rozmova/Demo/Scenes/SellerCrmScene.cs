using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.SellerCrm;

namespace Rozmova.Demo.Scenes;

/// <summary>The shop's vouchers on a marketplace: their buyers write in the chats of its CRM, each about an order.</summary>
internal sealed class SellerCrmScene : IDemoScene
{
    private const long SellerId = 479_001;
    private const string LinkKey = "link-key-of-a-simulated-crm";

    private readonly SellerCrmSimulator _simulator;
    private readonly SellerAccount _seller;
    private readonly SimulatedOrder _voucher;

    private SellerCrmScene(SellerCrmSimulator simulator)
    {
        _simulator = simulator;
        _seller = simulator.AddSeller(SellerId, "9F2A7C41D0E84B6FA3C5E19D7B2204AA");
        _voucher = _seller.AddOrder("svitlana.koval@example.com", "Подарунковий сертифікат на букет");
        _voucher.Amount = 1000;
        _voucher.Currency = "UAH";
        _voucher.Option = "Київ";
        People = [Play(_voucher, "Спрацювало, дякую!", "Гарного дня! 🌷")];
    }

    public string Platform => "seller-crm";

    public string ChannelName => "Vouchers on the marketplace";

    public JsonObject Settings => new() { ["sellerId"] = SellerId, ["apiKey"] = _seller.ApiKey, ["linkKey"] = LinkKey };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "read";

    public IReadOnlyList<DemoPerson> People { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new SellerCrmScene(await SellerCrmSimulator.StartAsync(
            new SellerCrmSimulatorOptions { FirstNumber = 200_000_000 + (SceneList.FirstNumber * 10L) }, TimeProvider.System, cancellationToken));

    /// <summary>The address of our signals is entered in the CRM.</summary>
    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken)
    {
        _seller.SignalAddress = new Uri($"{channel.Webhook}?key={LinkKey}");
        return Task.CompletedTask;
    }

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _voucher.NoticeOfShop("Дякуємо за покупку! Код сертифіката — на сторінці замовлення.");
        _voucher.Write("Вітаю! Код сертифіката не приймає сайт, пише «не знайдено». Що робити?");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static DemoPerson Play(SimulatedOrder order, params string[] lines) => new(order.Email, lines)
    {
        WriteAsync = (text, _) => Task.FromResult(order.Write(text)),
        SendPictureAsync = (picture, _) => Task.FromResult(order.SendFile(new SimulatedFile("bouquet.png", "image/png", picture))),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await order.WaitForAnswerAsync(_ => Answers(order).Count > number, cancellationToken);
            return Answers(order)[number].Text;
        },
        // The CRM tells nobody that a buyer has looked; a signal for anything else has the chat read, and then it shows.
        SeeAsync = async _ =>
        {
            order.See();
            await order.Seller.SignalAsync(order.Number, SignalForm.Json);
        },
    };

    /// <summary>What the shop answered, without the notice that every buyer gets.</summary>
    private static List<CrmMessage> Answers(SimulatedOrder order) =>
        [.. order.Answers.Where(message => !message.Text.StartsWith("Дякуємо за покупку", StringComparison.Ordinal))];
}

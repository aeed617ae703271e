using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.WhatsApp;
using Samples = Rozmova.Simulators.Telegram.Samples;

namespace Rozmova.Demo.Scenes;

/// <summary>A number of the Cloud API.</summary>
internal sealed class WhatsAppScene : IDemoScene
{
    private readonly WhatsAppSimulator _simulator;
    private readonly BusinessNumber _number;
    private readonly Customer _sofia;
    private readonly Customer _daniel;

    private WhatsAppScene(WhatsAppSimulator simulator)
    {
        _simulator = simulator;
        _number = simulator.AddNumber(new BusinessNumberSettings
        {
            Id = "106540352240001",
            AccessToken = "EAA-demo-token-of-a-simulated-whatsapp",
            AppSecret = "demo-app-secret-of-a-simulated-whatsapp",
            VerifyToken = "flowers",
        });
        _number.AddTemplate(new ApprovedTemplate(
            "order_ready", "en_US", "Hello {{1}}, your order {{2}} is ready. You can collect it until eight in the evening.")
        {
            Footer = "Flower shop",
        });
        _number.AddTemplate(new ApprovedTemplate(
            "question_answered", "en_US", "Hello {{1}}, we have an answer to your question. May we go on with our conversation?"));
        _number.AddTemplate(new ApprovedTemplate(
            "order_ready", "uk", "Вітаємо, {{1}}! Ваше замовлення {{2}} готове. Забрати його можна до восьмої вечора."));
        _sofia = _number.AddCustomer("Sofia Rossi", "393331234567");
        _daniel = _number.AddCustomer("Daniel Green", "447700900123");
        People =
        [
            Play(_sofia, "That would be wonderful. Is there parking nearby?", "Grazie mille, see you on Saturday!"),
            Play(_daniel, "Brilliant, cheers 👍"),
        ];
    }

    public string Platform => "whatsapp";

    public string ChannelName => "Flower shop on WhatsApp";

    public JsonObject Settings => new()
    {
        ["accessToken"] = _number.Settings.AccessToken,
        ["phoneNumberId"] = _number.Settings.Id,
        ["businessAccountId"] = _number.Settings.BusinessAccountId,
        ["appSecret"] = _number.Settings.AppSecret,
        ["verifyToken"] = _number.Settings.VerifyToken,
    };

    public JsonObject Addresses => new() { ["baseUrl"] = _simulator.BaseAddress.ToString() };

    public string SeenState => "read";

    public IReadOnlyList<DemoPerson> People { get; }

    public static async Task<IDemoScene> StartAsync(CancellationToken cancellationToken) =>
        new WhatsAppScene(await WhatsAppSimulator.StartAsync(
            new WhatsAppSimulatorOptions { FirstMessage = SceneList.FirstNumber * 1000L, ReportsStatuses = true },
            TimeProvider.System, cancellationToken));

    public Task ConnectAsync(DemoChannel channel, CancellationToken cancellationToken) =>
        _number.SubscribeAsync(channel.Webhook, cancellationToken);

    public Task GreetAsync(CancellationToken cancellationToken)
    {
        _sofia.SendText("""
            Hello! We are getting married in Kyiv on the 12th and I am looking for somebody to do the flowers: my bouquet, two for the
            bridesmaids, and something light for a table of sixteen. I love peonies and anything that smells of a garden. Nothing too
            formal, please. Could you tell me roughly what that would cost, and could I come and see you on Saturday morning?
            """.ReplaceLineEndings(" "));
        _daniel.SendText("Order 1038, a small change of plan 👇");
        _daniel.SendFile("voice", Samples.Voice);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static DemoPerson Play(Customer customer, params string[] lines) => new(customer.Profile.Name, lines)
    {
        WriteAsync = (text, _) => Task.FromResult(customer.SendText(text)),
        SendPictureAsync = (picture, _) =>
            Task.FromResult(customer.SendFile("image", new SimulatedFile("bouquet.png", "image/png", picture))),
        ReceiveAsync = async (number, cancellationToken) =>
        {
            await customer.WaitForMessageAsync(_ => customer.Received.Count > number, cancellationToken);
            return customer.Received[number].Text;
        },
        SeeAsync = _ =>
        {
            customer.Report(customer.Received[^1], "read");
            return Task.CompletedTask;
        },
    };
}

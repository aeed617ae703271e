using System.Text.Json.Nodes;
using Rozmova.Simulators.Viber;
using Rozmova.Simulators.Webim;

namespace Rozmova.Demo.Scenes;

/// <summary>A help-desk that answers the shop's Viber customers: what they write goes to Webim, and its operator answers there.</summary>
internal sealed class WebimDeskScene(WebimSimulator simulator, ViberCustomer customer, string channelName) : IDemoDesk, IAsyncDisposable
{
    private const string Token = "wbm-demo-token";
    private const string CallbackSecret = "callback-secret-of-the-demo";
    private const string DeskName = "Webim";
    private const string Question = "Доброго дня! Чи можна замовити доставку на завтра до обіду?";
    private const string Reply = "Доброго дня! Так, привеземо між десятою та дванадцятою.";

    private readonly WebimAccount _account = simulator.AddAccount(Token, CallbackSecret);
    private DemoClient? _client;

    public string Name => "Webim desk";

    public DemoPage Page { get; } = new("Webim operator", simulator.BaseAddress, "WEBIM_URL");

    /// <summary>The desk serves one channel, which is not there yet: it is made when somebody is to answer.</summary>
    public Task ConnectAsync(DemoClient client, CancellationToken cancellationToken)
    {
        _client = client;
        return Task.CompletedTask;
    }

    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(_client ?? throw new InvalidOperationException("The desk is not connected."), cancellationToken);
        customer.SendText(Question);
        var visitor = await _account.WaitForVisitorAsync(message => message.Text == Question, cancellationToken);
        visitor.Operator = "Лідія";
        var answered = await visitor.ReplyAsync(Reply, cancellationToken);
        DemoFailedException.Unless(answered.Status == 200, $"Webim's callback was answered {answered.Status}.");
        await customer.WaitForMessageAsync(message => message.Text == Reply, cancellationToken);
    }

    public ValueTask DisposeAsync() => simulator.DisposeAsync();

    private async Task OpenAsync(DemoClient client, CancellationToken cancellationToken)
    {
        var settings = new JsonObject { ["baseUrl"] = simulator.BaseAddress.ToString() };
        var desk = await FindAsync(client, "/api/v1/desks", DeskName, cancellationToken);
        if (desk is not null)
        {
            await client.PatchAsync($"/api/v1/desks/{desk["id"]}", new JsonObject { ["settings"] = settings }, cancellationToken);
        }
        else
        {
            var channel = await FindAsync(client, "/api/v1/channels", channelName, cancellationToken)
                ?? throw new DemoFailedException("Viber is not connected.");
            settings["accessToken"] = Token;
            settings["callbackSecret"] = CallbackSecret;
            desk = await client.PostAsync("/api/v1/desks", new JsonObject
            {
                ["kind"] = "webim", ["name"] = DeskName, ["channelIds"] = new JsonArray((string)channel["id"]!), ["settings"] = settings,
            }, cancellationToken);
        }

        _account.Callback = new Uri(client.Address, (string)desk["webhookPath"]!);
    }

    private static async Task<JsonNode?> FindAsync(DemoClient client, string path, string name, CancellationToken cancellationToken) =>
        (await client.GetAsync(path, cancellationToken))["items"]!.AsArray().FirstOrDefault(one => (string?)one!["name"] == name);
}

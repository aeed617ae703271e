using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Viber;

namespace Rozmova.Tests.Platforms;

/// <summary>What only Viber has, all the way through the program.</summary>
public sealed class ViberTests : IAsyncLifetime
{
    private const string Token = "4f1a2b3c4d5e6f70-8192a3b4c5d6e7f8-0a1b2c3d4e5f6071";
    private const string Welcome = "Вітаємо! Напишіть нам.";

    private RozmovaServer _server = null!;
    private ViberSimulator _simulator = null!;
    private ViberBot _bot = null!;

    private Inbox Inbox => new(_server.Client);

    public async Task InitializeAsync()
    {
        _simulator = await ViberSimulator.StartAsync(
            new ViberSimulatorOptions { CallbackTimeout = TimeSpan.FromSeconds(20) }, TimeProvider.System, CancellationToken.None);
        _bot = _simulator.AddBot(Token, "Acme");
        _server = await RozmovaServer.StartAsync();
        await ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_newcomer_is_welcomed_once_and_the_conversation_shows_it()
    {
        var customer = _bot.AddCustomer("Olena");

        var opened = customer.Open("promo_42");
        await opened.Delivered;
        await _bot.RedeliverAsync(opened);
        await customer.SendText("Good day").Delivered;

        customer.BotMessages[0].Text.ShouldBe(Welcome);
        var conversation = await Inbox.ConversationOfAsync("Olena");
        await Inbox.EntryAsync(conversation, "what they wrote", entry => entry.Says() == "Good day");
        var entries = await Inbox.EntriesAsync(conversation);
        entries.Select(entry => entry.Text("direction")).ShouldBe(["event", "outbound", "inbound"], ignoreOrder: true);
        var shown = entries.Single(entry => entry.Text("direction") == "outbound");
        shown.Says().ShouldBe(Welcome);
        entries.Single(entry => entry.Text("direction") == "event")["content"]!.Text("text").ShouldContain("promo_42");
    }

    [Fact]
    public async Task Who_unsubscribed_and_writes_again_can_be_answered()
    {
        var customer = _bot.AddCustomer("Taras");
        await customer.Subscribe().Delivered;
        await customer.Unsubscribe().Delivered;
        await customer.SendText("I am back").Delivered;

        var conversation = await Inbox.ConversationOfAsync("Taras");
        await Inbox.EntryAsync(conversation, "what they wrote", entry => entry.Says() == "I am back");
        await Inbox.ReplyAsync(conversation, "Welcome back");

        await customer.WaitForMessageAsync(message => message.Text == "Welcome back", CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_the_phone_cannot_show_fails_with_its_reason()
    {
        var customer = _bot.AddCustomer("Ivan");
        await customer.SendText("Good day").Delivered;
        var conversation = await Inbox.ConversationOfAsync("Ivan");
        var sent = await Inbox.StateAsync(await Inbox.ReplyAsync(conversation, "Hello"), "sent");

        customer.Fail(customer.BotMessages[^1].Token, "no space left");

        var failed = await Inbox.StateAsync(sent, "failed");
        failed["error"]!.Text("detail").ShouldContain("no space left");
    }

    /// <summary>Without PublicUrl the program registers no webhook: we do, as the bot's owner would.</summary>
    private async Task ConnectAsync()
    {
        var settings = new { token = Token, name = "Acme support", welcome = Welcome, baseUrl = _simulator.BaseAddress.ToString() };
        var answer = await _server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "viber", name = "Viber", settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var webhook = new Uri(_server.Address, (await answer.JsonAsync()).Text("webhookPath"));

        using var viber = new HttpClient(new SocketsHttpHandler()) { BaseAddress = _simulator.BaseAddress };
        viber.DefaultRequestHeaders.Add("X-Viber-Auth-Token", Token);
        var registered = await viber.PostAsJsonAsync("/pa/set_webhook", new { url = webhook, send_name = true });
        ((int)(await registered.Content.ReadFromJsonAsync<JsonObject>())!["status"]!).ShouldBe(0);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Simulators.Telegram;
using Rozmova.Simulators.Webim;
using Rozmova.Tests.Secrecy;

namespace Rozmova.Tests.Desks.Webim;

/// <summary>The program with a public address, a simulated Telegram and a simulated Webim; each test connects a bot and a desk of its own.</summary>
public sealed class WebimHouse : TelegramHouse
{
    private readonly int _port = FreePort();
    private WebimSimulator? _webim;

    public WebimSimulator Webim => _webim!;

    internal RecordedLog Log { get; } = new();

    // Webim fetches files where we say that we are, so that is known beforehand.
    protected override RozmovaSetup Setup => new()
    {
        Settings = new Dictionary<string, string> { ["PublicUrl"] = $"http://127.0.0.1:{_port}" },
        Services = services =>
        {
            services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
            Log.Join(services);
        },
    };

    public override async Task InitializeAsync()
    {
        _webim = await WebimSimulator.StartAsync(new WebimSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Webim.DisposeAsync();
    }

    /// <summary>Connects a bot and a desk that serves it.</summary>
    public async Task<WebimStand> OpenAsync(JsonObject? settings = null, string? path = null)
    {
        var bot = await ConnectAsync();
        return await WebimStand.OpenAsync(Server.Client, Webim, bot, settings, path);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A bot, the desk that serves it, and the account that desk speaks to.</summary>
public sealed class WebimStand
{
    private static int _lastAccount;

    private readonly HttpClient _program;

    private WebimStand(HttpClient program, ConnectedBot bot, WebimAccount account, JsonNode desk)
    {
        _program = program;
        Bot = bot;
        Account = account;
        Desk = desk;
    }

    public ConnectedBot Bot { get; }

    public WebimAccount Account { get; }

    public JsonNode Desk { get; }

    public string Id => Desk.Text("id");

    public static async Task<WebimStand> OpenAsync(
        HttpClient program, WebimSimulator webim, ConnectedBot bot, JsonObject? settings = null, string? path = null)
    {
        var number = Interlocked.Increment(ref _lastAccount);
        var account = webim.AddAccount($"wbm-token-of-{number}", $"callback-secret-of-{number}");
        var all = new JsonObject
        {
            ["accessToken"] = account.Token, ["callbackSecret"] = account.CallbackSecret, ["baseUrl"] = webim.BaseAddress.ToString(),
        };
        foreach (var (name, value) in settings ?? [])
        {
            all[name] = value?.DeepClone();
        }

        var answer = await program.PostAsJsonAsync(
            "/api/v1/desks", new { kind = "webim", name = "Help desk", path, channelIds = new[] { bot.Id }, settings = all });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var desk = await answer.JsonAsync();
        account.Callback = new Uri(program.BaseAddress!, path ?? desk.Text("webhookPath"));
        return new WebimStand(program, bot, account, desk);
    }

    /// <summary>A customer who has written one text, as Webim sees them.</summary>
    public async Task<(Customer Customer, WebimVisitor Visitor)> GreetedAsync(string text = "Good day")
    {
        var customer = Bot.AddCustomer();
        customer.SendText(text);
        return (customer, await VisitorOfAsync(customer));
    }

    /// <summary>Somebody as Webim sees them.</summary>
    public async Task<WebimVisitor> VisitorOfAsync(Customer customer)
    {
        WebimVisitor? found = null;
        await Rozmova.Testing.Eventually.Is(
            $"Webim knows {customer.Profile.FullName}",
            () => (found = Account.Visitors.FirstOrDefault(visitor =>
                (string?)visitor.Fields?["display_name"] == customer.Profile.FullName)) is not null,
            CancellationToken.None);
        return found!;
    }

    public async Task<JsonNode> ReadAsync() => await (await _program.GetAsync($"/api/v1/desks/{Id}")).JsonAsync();

    public async Task<JsonNode> ChangeAsync(object change)
    {
        var answer = await _program.PatchAsJsonAsync($"/api/v1/desks/{Id}", change);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public Task StateAsync(string state) => Rozmova.Testing.Eventually.Is(
        $"the desk is {state}", async () => (await ReadAsync()).Text("state") == state, CancellationToken.None);
}

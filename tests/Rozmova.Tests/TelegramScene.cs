using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Tests;

/// <summary>A simulated Telegram and the bots connected to the program, by webhook or by polling.</summary>
public sealed class TelegramScene : IAsyncDisposable
{
    private static readonly string[] Updates =
        ["message", "edited_message", "callback_query", "message_reaction", "my_chat_member", "poll_answer"];

    private static int _lastBot = 5_000_000;

    private readonly HttpClient _botApi;

    private TelegramScene(TelegramSimulator simulator)
    {
        Simulator = simulator;
        _botApi = new HttpClient(new SocketsHttpHandler()) { BaseAddress = simulator.BaseAddress };
    }

    public TelegramSimulator Simulator { get; }

    public static Task<TelegramScene> StartAsync() => StartAsync(new TelegramSimulatorOptions
    {
        LongestRetryWait = TimeSpan.FromMilliseconds(100),
        WebhookTimeout = TimeSpan.FromSeconds(20),
    });

    public static async Task<TelegramScene> StartAsync(TelegramSimulatorOptions options) =>
        new(await TelegramSimulator.StartAsync(options, TimeProvider.System, CancellationToken.None));

    /// <summary>Makes a bot and a channel for it. Where the program does not register its webhook, having no PublicUrl, we do as its owner would.</summary>
    /// <param name="program">Calls the program as an admin.</param>
    public async Task<ConnectedBot> ConnectAsync(HttpClient program, string mode = "webhook", string? path = null, Uri? baseUrl = null)
    {
        var number = Interlocked.Increment(ref _lastBot);
        var token = $"{number}:AAH_token-of-the-tests-{number}";
        var bot = Simulator.AddBot(token, $"shop_{number}_bot");
        var secret = $"secret-of-{number}";
        var settings = new { token, mode, webhookSecret = secret, baseUrl = (baseUrl ?? Simulator.BaseAddress).ToString() };
        var answer = await program.PostAsJsonAsync("/api/v1/channels", new { platform = "telegram", name = bot.Name, path, settings });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var connected = new ConnectedBot(bot, secret, await answer.JsonAsync());
        if (mode == "webhook" && bot.Webhook is null)
        {
            await PushToAsync(connected, program.BaseAddress!);
        }

        return connected;
    }

    /// <summary>Tells Telegram where the program listens now.</summary>
    public async Task PushToAsync(ConnectedBot bot, Uri program)
    {
        var webhook = new
        {
            url = new Uri(program, bot.Path).ToString(),
            secret_token = bot.Secret,
            max_connections = 100,
            allowed_updates = Updates,
        };
        var answer = await _botApi.PostAsJsonAsync($"/bot{bot.Account.Token}/setWebhook", webhook);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _botApi.Dispose();
        await Simulator.DisposeAsync();
    }
}

/// <summary>A bot and its channel.</summary>
public sealed record ConnectedBot(BotAccount Account, string Secret, JsonNode Channel)
{
    private static int _lastName;

    public string Id => Channel.Text("id");

    /// <summary>Where its updates are pushed.</summary>
    public string Path => Channel.Text("webhookPath");

    /// <summary>Somebody who may write to it, of a name nobody else has.</summary>
    public Customer AddCustomer() => Account.Simulate($"Olena {Interlocked.Increment(ref _lastName)}");
}

internal static class Simulating
{
    private static long _lastId = 7_700_000_000;

    public static Customer Simulate(this BotAccount bot, string name) =>
        bot.AddCustomer(new CustomerProfile { Id = Interlocked.Increment(ref _lastId), FirstName = name });
}

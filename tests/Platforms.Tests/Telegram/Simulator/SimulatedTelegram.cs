using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram.Simulator;

/// <summary>A simulator with one bot and one customer, and a bare client that calls it as any bot would.</summary>
internal sealed class SimulatedTelegram : IAsyncDisposable
{
    public const string Token = "123456789:AAHtest_TOKEN-1";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private SimulatedTelegram(TelegramSimulator simulator)
    {
        Simulator = simulator;
        Bot = simulator.AddBot(Token, "acme_support_bot");
        Customer = simulator.AddCustomer(Bot, "Olena", username: "olena");
    }

    public TelegramSimulator Simulator { get; }

    public BotAccount Bot { get; }

    public Customer Customer { get; }

    public static async Task<SimulatedTelegram> StartAsync(TimeProvider time, TelegramSimulatorOptions? options = null) =>
        new(await TelegramSimulator.StartAsync(options ?? new TelegramSimulatorOptions(), time, CancellationToken.None));

    public async Task<JsonObject> CallAsync(string method, JsonObject? parameters = null, string token = Token)
    {
        using var response = await PostAsync(method, parameters, token);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public Task<HttpResponseMessage> PostAsync(string method, JsonObject? parameters = null, string token = Token) =>
        PostAsync(method, JsonContent.Create(parameters ?? []), token);

    public Task<HttpResponseMessage> PostAsync(string method, HttpContent content, string token = Token) =>
        PostToAsync($"/bot{token}/{method}", content);

    public Task<HttpResponseMessage> PostToAsync(string path, HttpContent content) =>
        _http.PostAsync(new Uri(Simulator.BaseAddress, path), content);

    public Task<Stream> GetStreamAsync(string path) => _http.GetStreamAsync(new Uri(Simulator.BaseAddress, path));

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(Simulator.BaseAddress, path));

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        _http.Dispose();
    }
}

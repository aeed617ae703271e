using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Rozmova.Bench.Clients;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Bench.Servers;

/// <summary>The program as people run it, <c>rozmova serve</c>, over a store of its own.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    /// <summary>Whoever signs in with a browser.</summary>
    public const string Email = "operator@bench.example";
    public const string Password = "the-password-of-the-benchmarks";

    private const string ApiKey = "rk_the-key-of-the-benchmarks";
    private const string Token = "123456789:the-bot-of-the-benchmarks";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly string _database;
    private readonly ChildProcess _process;
    private TelegramSimulator? _telegram;

    private ProductServer(ChildProcess process, TemporaryFolder folder, string database)
    {
        _process = process;
        _folder = folder;
        _database = database;
        Api = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = process.Address };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ApiKey);
    }

    public ChildProcess Process => _process;

    /// <summary>Calls as an admin.</summary>
    public HttpClient Api { get; }

    public static async Task<ProductServer> StartAsync(string database, CancellationToken cancellationToken)
    {
        var folder = new TemporaryFolder();
        var process = await ChildProcess.StartAsync(Assembly(), address =>
        [
            "serve", "--urls", address.ToString(), "--data", folder.Path, $"--Rozmova:ApiKey={ApiKey}",
            $"--Rozmova:AdminEmail={Email}", $"--Rozmova:AdminPassword={Password}",
            "--Rozmova:AllowPrivateAddresses=true", $"--Rozmova:Database={database}",
        ], cancellationToken);
        return new ProductServer(process, folder, database);
    }

    /// <summary>Creates a channel over a simulated Telegram. Returns where its webhooks go.</summary>
    public async Task<WebhookTarget> AddTelegramAsync(CancellationToken cancellationToken)
    {
        _telegram = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions(), TimeProvider.System, cancellationToken);
        _telegram.AddBot(Token, "bench_bot");
        var settings = new Dictionary<string, string>
        {
            ["token"] = Token,
            ["webhookSecret"] = WebhookTarget.Secret,
            ["baseUrl"] = _telegram.BaseAddress.ToString().TrimEnd('/'),
        };
        var channel = await AddChannelAsync("telegram", settings, cancellationToken);
        return new WebhookTarget(_process.Address, channel.WebhookPath);
    }

    public async Task<Channel> AddChannelAsync(
        string platform, Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        using var answer = await Api.PostAsJsonAsync("api/v1/channels", new { platform, name = platform, settings }, cancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.IsSuccessStatusCode
            ? new Channel(body.GetProperty("id").GetString()!, body.GetProperty("webhookPath").GetString()!)
            : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>Waits until a channel has so many conversations. Returns their ids.</summary>
    public async Task<IReadOnlyList<string>> WaitForConversationsAsync(string channelId, int count, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Limit);
        while (true)
        {
            var conversations = await ListAsync(channelId, waiting.Token);
            if (conversations.Count >= count)
            {
                return conversations;
            }
        }
    }

    /// <summary>Queues a reply.</summary>
    public async Task ReplyAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        var reply = new { content = new { type = "text", text } };
        using var answer = await Api.PostAsJsonAsync($"api/v1/conversations/{conversation}/messages", reply, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public Task<LiveSocket> ListenAsync(CancellationToken cancellationToken) =>
        LiveSocket.ConnectAsync(_process.Address, $"/api/v1/communications/ws/me?token={ApiKey}", cancellationToken);

    /// <summary>The same, and first all that came behind a number.</summary>
    public Task<LiveSocket> ListenAfterAsync(long number, CancellationToken cancellationToken) => LiveSocket.ConnectAsync(
        _process.Address, FormattableString.Invariant($"/api/v1/communications/ws/me?token={ApiKey}&after={number}"), cancellationToken);

    /// <summary>Inbound messages in the store, and how many different ones.</summary>
    public Task<(long Stored, long Different)> CountAsync(CancellationToken cancellationToken) =>
        MessageCount.ReadAsync(_database, _folder.File("rozmova.db"), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _process.DisposeAsync();
        if (_telegram is not null)
        {
            await _telegram.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task<IReadOnlyList<string>> ListAsync(string channelId, CancellationToken cancellationToken)
    {
        var (ids, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var cursor = next.Length == 0 ? "" : "&cursor=" + Uri.EscapeDataString(next);
            var page = await Api.GetFromJsonAsync<JsonElement>(
                $"api/v1/conversations?channelId={channelId}&limit=200{cursor}", cancellationToken);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        return ids;
    }

    /// <summary>The program as it was built, beside this one.</summary>
    private static string Assembly()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
        return Path.Combine(AppContext.BaseDirectory, "../../Rozmova", configuration, "Rozmova.dll");
    }
}

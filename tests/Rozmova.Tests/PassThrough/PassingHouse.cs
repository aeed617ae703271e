using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;
using Rozmova.Tests.Secrecy;
using Rozmova.Workspace.Desks;

namespace Rozmova.Tests.PassThrough;

/// <summary>
/// The program with a pass-through Telegram bot, a desk that listens, and a search through all that it leaves on disk and in the log.
/// </summary>
internal sealed class PassingHouse : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedLog _log = new();
    private readonly string? _database;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private TelegramScene? _telegram;
    private RozmovaServer? _server;

    private PassingHouse(string? database, IReadOnlyDictionary<string, string> settings)
    {
        _database = database;
        _settings = settings;
    }

    public RozmovaServer Server => _server!;

    public TelegramScene Telegram => _telegram!;

    public TelegramSimulator Simulator => _telegram!.Simulator;

    public ConnectedBot Bot { get; private set; } = null!;

    public ListeningDesk Desk => (ListeningDesk)Server.Services.GetServices<IDesk>().Single(desk => desk.Kind == "listening");

    public Inbox Inbox => new(Server.Client);

    public static async Task<PassingHouse> StartAsync(Engine engine, bool withDesk = true, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        var house = new PassingHouse(await engine.CreateAsync(), all) { _telegram = await TelegramScene.StartAsync() };
        await house.StartServerAsync();
        house.Bot = await house._telegram.ConnectAsync(house.Server.Client);
        await house.ChangeChannelAsync(new { privacy = "pass-through" });
        if (withDesk)
        {
            await house.AddDeskAsync();
        }

        await house._telegram.PushToAsync(house.Bot, house.Server.Address); // a public address, where there is one, leads nowhere
        return house;
    }

    public async Task<JsonNode> AddDeskAsync()
    {
        var answer = await Server.Client.PostAsJsonAsync("/api/v1/desks", new { kind = "listening", name = "Ears", settings = new { } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    public async Task ChangeChannelAsync(object change)
    {
        var answer = await Server.Client.PatchAsJsonAsync($"/api/v1/channels/{Bot.Id}", change);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A customer who has written, and their conversation once the desk has heard it.</summary>
    public async Task<(Customer Customer, string Conversation)> GreetedAsync(string words)
    {
        var customer = Bot.Account.Simulate("Kvitoslava Unique");
        customer.SendText(words);
        var conversation = await Inbox.FirstConversationAsync();
        return (customer, conversation);
    }

    public Task HeardAsync(string words) =>
        Eventually.Is($"the desk heard it", () => Desk.Words.Contains(words), CancellationToken.None);

    /// <summary>Ends the program, or leaves it where it is and goes on with a copy of its files as a crash would leave them.</summary>
    public async Task CrashAsync()
    {
        if (_database is null)
        {
            var image = Path.Combine(_folder.Path, "image");
            foreach (var file in FilesIn(Data))
            {
                var copy = Path.Combine(image, Path.GetRelativePath(Data, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                await File.WriteAllBytesAsync(copy, Read(file));
            }

            await Server.DisposeAsync();
            Data = image;
        }
        else
        {
            await Server.DisposeAsync(); // it writes down nothing of its memory when it ends in order either
        }

        await StartServerAsync();
        await _telegram!.PushToAsync(Bot, Server.Address);
    }

    public string Data { get; private set; } = "";

    /// <summary>Where these words are: files, tables, the log. Empty for nowhere.</summary>
    public async Task<List<string>> PlacesOfAsync(params string[] words)
    {
        List<string> places = [];
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            places.AddRange(FilesIn(_folder.Path)
                .Where(file => Read(file).AsSpan().IndexOf(bytes) >= 0).Select(file => $"{word} in {Path.GetFileName(file)}"));
            if (_log.Text.Contains(word, StringComparison.Ordinal))
            {
                places.Add($"{word} in the log");
            }

            if (_database is not null)
            {
                places.AddRange((await TablesWithAsync(_database, word)).Select(table => $"{word} in table {table}"));
            }
        }

        return places;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _telegram!.DisposeAsync();
        _log.Dispose();
        _folder.Dispose();
    }

    private async Task StartServerAsync()
    {
        Data = Data.Length == 0 ? Path.Combine(_folder.Path, "data") : Data;
        _server = await RozmovaServer.StartAsync(new RozmovaSetup
        {
            Data = Data,
            Database = _database,
            Settings = _settings,
            Services = services =>
            {
                _log.Join(services);
                if (_settings.GetValueOrDefault("PublicUrl") is { } url && new Uri(url) is { IsLoopback: true, Port: var port })
                {
                    // Who fetches files from us does so where we say that we are.
                    services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, port));
                }

                services.AddSingleton<IDesk>(provider => new ListeningDesk(provider));
            },
        });
    }

    /// <summary>All but the one that is only held, and empty.</summary>
    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".lock");

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<List<string>> TablesWithAsync(string database, string word)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var list = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", connection))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                tables.Add(rows.GetString(0));
            }
        }

        var inHex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)); // how a row shows bytes
        List<string> found = [];
        foreach (var table in tables)
        {
            await using DbCommand search = new NpgsqlCommand(
                $"SELECT count(*) FROM \"{table}\" t WHERE t::text LIKE '%' || @word || '%' OR t::text LIKE '%' || @hex || '%'", connection)
            {
                Parameters = { new("word", word), new("hex", inHex) },
            };
            if ((long)(await search.ExecuteScalarAsync())! > 0)
            {
                found.Add(table);
            }
        }

        return found;
    }
}

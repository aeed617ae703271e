using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Tests.Media;

public sealed class InboundMediaTests : IAsyncLifetime
{
    private const string FirstToken = "1001:first";
    private const string SecondToken = "1002:second";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[100_000]];

    private readonly Dictionary<string, Customer> _customers = [];
    private TelegramSimulator _telegram = null!;
    private RozmovaServer _server = null!;

    public async Task InitializeAsync()
    {
        _telegram = await TelegramSimulator.StartAsync(new TelegramSimulatorOptions(), TimeProvider.System, CancellationToken.None);
        _server = await RozmovaServer.StartAsync();
        foreach (var token in (string[])[FirstToken, SecondToken])
        {
            var bot = _telegram.AddBot(token, $"bot{token[..4]}");
            _customers[token] = _telegram.AddCustomer(bot, $"Customer of {token[..4]}");
            var settings = new { token, mode = "polling", baseUrl = _telegram.BaseAddress };
            var created = await _server.Client.PostAsJsonAsync("/api/v1/channels", new { platform = "telegram", name = token[..4], settings });
            created.StatusCode.ShouldBe(HttpStatusCode.Created);
        }
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task A_picture_a_customer_sends_can_be_seen()
    {
        _customers[FirstToken].SendPhoto(new SimulatedFile("cat.png", "image/png", Png));

        var message = await MessageAsync(FirstToken, "ready");

        var content = message["content"]!;
        content["mimeType"]!.GetValue<string>().ShouldBe("image/png");
        content["size"]!.GetValue<long>().ShouldBe(Png.Length);
        (await _server.Client.GetByteArrayAsync(content["url"]!.GetValue<string>())).ShouldBe(Png);
    }

    [Fact]
    public async Task A_file_Telegram_does_not_hand_out_fails_with_the_reason_and_can_be_asked_for_again()
    {
        _customers[FirstToken].SendDocument(SimulatedFile.OfSize("film.mp4", "video/mp4", 30 * 1024 * 1024));

        var message = await MessageAsync(FirstToken, "failed");
        var again = await _server.Client.PostAsync($"/api/v1/media/{message["content"]!["mediaId"]}/retry", null);

        message["error"]!["code"]!.GetValue<string>().ShouldBe("file-unavailable");
        message["error"]!["detail"]!.GetValue<string>().ShouldContain("20 MB");
        message["content"]!["url"].ShouldBeNull();
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_download_that_is_cut_is_tried_again()
    {
        _telegram.Faults.Add(new CutFile { Method = Faults.Download });
        _customers[FirstToken].SendPhoto(new SimulatedFile("cat.png", "image/png", Png));

        var message = await MessageAsync(FirstToken, "ready");

        (await _server.Client.GetByteArrayAsync(message["content"]!["url"]!.GetValue<string>())).ShouldBe(Png);
    }

    [Fact]
    public async Task One_channel_that_hangs_does_not_keep_the_files_of_another()
    {
        var hang = _telegram.Faults.Add(new Fault.Hang { Method = Faults.Download, Count = 4 });
        for (var photo = 0; photo < 6; photo++)
        {
            _customers[FirstToken].SendPhoto(new SimulatedFile("cat.png", "image/png", Png));
        }

        await hang.Reached;
        await Eventually.Is("four downloads hang", () => Task.FromResult(_telegram.Calls.Count(Faults.Download) >= 4), CancellationToken.None);
        _customers[SecondToken].SendPhoto(new SimulatedFile("dog.png", "image/png", Png));

        await MessageAsync(SecondToken, "ready");
        hang.Release();
    }

    /// <summary>The customer's newest message once its file is as wanted.</summary>
    private async Task<JsonNode> MessageAsync(string token, string media)
    {
        JsonNode? found = null;
        await Eventually.Is($"the file is {media}", async () => (found = await FindAsync(token, media)) is not null, CancellationToken.None);
        return found!;
    }

    private async Task<JsonNode?> FindAsync(string token, string media)
    {
        var inbox = await (await _server.Client.GetAsync("/api/v1/conversations")).JsonAsync();
        return inbox["items"]!.AsArray()
            .Where(item => item!["channel"]!["name"]!.GetValue<string>() == token[..4])
            .Select(item => item!["lastMessage"])
            .FirstOrDefault(message => message?["content"]?["media"]?.GetValue<string>() == media);
    }
}

using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Telegram;
using Rozmova.Platforms.Tests.Telegram.Simulator;
using Rozmova.Simulators;
using Rozmova.Simulators.Telegram;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramMediaTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private SimulatedTelegram _simulated = null!;
    private TelegramUnderTest _telegram = null!;

    public async Task InitializeAsync()
    {
        _simulated = await SimulatedTelegram.StartAsync(TimeProvider.System);
        _telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        await _telegram.DisposeAsync();
        await _simulated.DisposeAsync();
    }

    [Fact]
    public async Task A_customers_file_opens_as_a_stream_of_known_length()
    {
        var file = Receive(SimulatedFile.OfSize("price list.pdf", "application/pdf", 100_000));

        using var media = await OpenAsync(file);

        media.Size.ShouldBe(100_000);
        media.MimeType.ShouldBeNull();
        (await ReadAsync(media)).Length.ShouldBe(100_000);
    }

    [Fact]
    public async Task A_file_over_twenty_megabytes_can_never_be_had_and_says_so()
    {
        var file = Receive(SimulatedFile.OfSize("film.mkv", "video/x-matroska", 20 * 1024 * 1024 + 1));

        (await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(file))).Message.ShouldContain("20 MB");
    }

    [Fact]
    public async Task A_file_telegram_no_longer_has_can_never_be_had()
    {
        var file = Receive(SimulatedFile.OfSize("a.pdf", "application/pdf", 10));
        _simulated.Simulator.Faults.Add(Refusal.MissingFile());

        await Should.ThrowAsync<MediaUnavailableException>(() => OpenAsync(file));
    }

    [Fact]
    public async Task A_file_whose_download_stumbles_may_be_asked_for_again()
    {
        var file = Receive(SimulatedFile.OfSize("a.pdf", "application/pdf", 10));
        _simulated.Simulator.Faults.Add(Refusal.ServerError() with { Method = "getFile" });
        _simulated.Simulator.Faults.Add(Refusal.ServerError() with { Method = Faults.Download });

        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));
        await Should.ThrowAsync<HttpRequestException>(() => OpenAsync(file));
        using var media = await OpenAsync(file);
        (await ReadAsync(media)).Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_download_that_does_not_begin_is_given_up_after_thirty_seconds()
    {
        var clock = new TestClock();
        await using var telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress, clock);
        var file = Receive(SimulatedFile.OfSize("a.pdf", "application/pdf", 10));
        var hang = _simulated.Simulator.Faults.Add(new Fault.Hang { Method = Faults.Download });
        var opening = telegram.Platform.OpenMediaAsync(telegram.Channel, file, CancellationToken.None).AsTask();
        await hang.Reached.WaitAsync(Patience);

        clock.Advance(TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<TimeoutException>(() => opening.WaitAsync(Patience))).Message.ShouldContain("begin");
    }

    [Theory]
    [InlineData("/var/lib/telegram-bot-api/documents/file_1.pdf")]
    [InlineData("C:\\\\telegram\\\\documents\\\\file_1.pdf")]
    public async Task A_local_server_that_names_a_path_of_its_own_is_explained(string path)
    {
        var answer = $$$"""{"ok":true,"result":{"file_id":"a","file_path":"{{{path}}}"}}""";
        await using var api = await ScriptedBotApi.StartAsync((200, answer));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var unavailable = await Should.ThrowAsync<MediaUnavailableException>(() => telegram.Platform
            .OpenMediaAsync(telegram.Channel, new Attachment { RemoteKey = "a" }, CancellationToken.None).AsTask());

        unavailable.Message.ShouldContain("--local");
    }

    private Attachment Receive(SimulatedFile file)
    {
        var update = _simulated.Customer.SendDocument(file);
        var received = (InboundEvent.MessageReceived)TelegramInbound.Read(update.Json).ShouldHaveSingleItem();
        return ((MessageContent.Media)received.Content).File;
    }

    private Task<RemoteMedia> OpenAsync(Attachment file) =>
        _telegram.Platform.OpenMediaAsync(_telegram.Channel, file, CancellationToken.None).AsTask();

    private static async Task<byte[]> ReadAsync(RemoteMedia media)
    {
        using var copy = new MemoryStream();
        await media.Content.CopyToAsync(copy);
        return copy.ToArray();
    }
}

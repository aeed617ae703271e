using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Tests.Telegram.Simulator;
using Rozmova.Simulators.Telegram;

namespace Rozmova.Platforms.Tests.Telegram;

public sealed class TelegramConnectingTests : IAsyncLifetime
{
    private static readonly Uri Hook = new("https://localhost/api/v1/communications/webhooks/telegram/1");

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
    public async Task A_webhook_is_registered_with_its_secret_and_taken_back()
    {
        var channel = _telegram.ChannelWith([], Hook);

        var report = await ConnectAsync(channel);

        report.ShouldBe(ConnectionReport.Connected);
        _simulated.Bot.Webhook!.Url.ShouldBe(Hook);
        _simulated.Bot.Webhook.SecretToken.ShouldBe("Zr8_kQ2-vB71xNn4");
        _simulated.Simulator.Calls.Of("setWebhook").ShouldHaveSingleItem().Parameters["allowed_updates"]!.ToJsonString()
            .ShouldContain("message_reaction");
        await _telegram.Platform.DisconnectAsync(channel, CancellationToken.None);
        _simulated.Bot.Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task A_self_signed_certificate_is_uploaded()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(start, start.AddYears(1));
        var settings = new Dictionary<string, object> { ["certificate"] = certificate.ExportCertificatePem() };

        var report = await ConnectAsync(_telegram.ChannelWith(settings, Hook));

        report.ShouldBe(ConnectionReport.Connected);
        _simulated.Bot.Webhook!.Certificate!.Thumbprint.ShouldBe(certificate.Thumbprint);
        _simulated.Bot.Webhook.SecretToken.ShouldBe("Zr8_kQ2-vB71xNn4");
    }

    [Fact]
    public async Task Without_a_public_address_the_channel_works_and_says_what_is_missing()
    {
        var report = await ConnectAsync(_telegram.Channel);

        report.State.ShouldBe(ConnectionState.Connected);
        report.Detail!.ShouldContain("PublicUrl");
        _simulated.Bot.Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task A_webhook_without_a_secret_is_not_registered()
    {
        var report = await ConnectAsync(_telegram.ChannelWith(new() { ["webhookSecret"] = "" }, Hook));

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("webhookSecret");
        _simulated.Bot.Webhook.ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_that_polls_takes_the_webhook_away()
    {
        await ConnectAsync(_telegram.ChannelWith([], Hook));

        var report = await ConnectAsync(_telegram.ChannelWith(new() { ["mode"] = "polling" }, Hook));

        report.ShouldBe(ConnectionReport.Connected);
        _simulated.Bot.Webhook.ShouldBeNull();
    }

    [Theory]
    [InlineData("1:unknown")]
    [InlineData("1:!")]
    public async Task A_wrong_token_fails_with_advice(string token)
    {
        var report = await ConnectAsync(_telegram.ChannelWith(new() { ["token"] = token }, Hook));

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("@BotFather");
    }

    [Fact]
    public async Task A_webhook_telegram_refuses_fails_in_telegrams_words()
    {
        var report = await ConnectAsync(_telegram.ChannelWith([], new Uri("https://shop.example.com:5080/hook")));

        report.State.ShouldBe(ConnectionState.Failed);
        report.Detail!.ShouldContain("ports 80, 88, 443 or 8443");
    }

    [Fact]
    public async Task Registering_too_often_asks_for_patience()
    {
        _simulated.Simulator.Faults.Add(Refusal.TooManyRequests(3) with { Method = "setWebhook" });

        var report = await ConnectAsync(_telegram.ChannelWith([], Hook));

        report.State.ShouldBe(ConnectionState.Failed);
        report.RetryAfter.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Telegrams_last_failed_delivery_is_shown_to_the_admin()
    {
        await using var api = await ScriptedBotApi.StartAsync(
            (200, """{"ok":true,"result":{"id":1}}"""),
            (200, """{"ok":true,"result":true}"""),
            (200, """
                {"ok":true,"result":{
                  "url":"x","pending_update_count":12,"last_error_date":1767225600,"last_error_message":"Read timeout expired"}}
                """));
        await using var telegram = TelegramUnderTest.Against(api.BaseUrl);

        var report = await telegram.Platform.ConnectAsync(telegram.ChannelWith([], Hook), CancellationToken.None);

        report.State.ShouldBe(ConnectionState.Connected);
        report.Detail.ShouldBe("Telegram's last failed delivery, 2026-01-01 00:00:00Z: Read timeout expired. Waiting: 12.");
    }

    [Fact]
    public async Task The_token_is_in_no_log_line()
    {
        var logs = new CollectedLogs();
        await using var telegram = TelegramUnderTest.Against(_simulated.Simulator.BaseAddress, logs: logs);
        _simulated.Simulator.Faults.Add(Refusal.ServerError() with { Method = "deleteWebhook" });
        var channel = telegram.ChannelWith([], Hook);

        await telegram.Platform.ConnectAsync(channel, CancellationToken.None);
        await telegram.SendAsync("1", new MessageContent.Text("hello"));
        await telegram.Platform.DisconnectAsync(channel, CancellationToken.None);

        logs.Lines.ShouldNotBeEmpty();
        logs.Lines.ShouldAllBe(line => !line.Contains("AAHtest") && !line.Contains("Zr8_kQ2"));
    }

    private Task<ConnectionReport> ConnectAsync(ChannelConnection channel) =>
        _telegram.Platform.ConnectAsync(channel, CancellationToken.None).AsTask();

    private sealed class CollectedLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

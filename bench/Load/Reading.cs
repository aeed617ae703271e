using System.Collections.Frozen;
using System.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Bench.Reports;
using Rozmova.Bench.Writers;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Custom;
using Rozmova.Platforms.Instagram;
using Rozmova.Platforms.Messenger;
using Rozmova.Platforms.Telegram;
using Rozmova.Platforms.Viber;
using Rozmova.Platforms.WeChat;
using Rozmova.Platforms.WhatsApp;

namespace Rozmova.Bench;

/// <summary>What does a platform itself cost the door for one text: to verify it, to find its account and to read it? In this process.</summary>
internal static class Reading
{
    private const int WarmUp = 50_000; // the just-in-time compiler is done by then
    private const int Batches = 20;
    private const int PerBatch = 2_500;

    public static Task RunAsync(LoadOptions options, CancellationToken cancellationToken)
    {
        using var services = new ServiceCollection().AddLogging()
            .AddTelegram().AddViber().AddWhatsApp().AddMessenger().AddInstagram().AddWeChat().AddCustom()
            .BuildServiceProvider();
        var platforms = services.GetServices<IPlatform>().OfType<IWebhookPlatform>().ToDictionary(platform => platform.Key);
        var telegram = Measure(platforms, AllWriters.Telegram);
        var table = new ResultTable("Verifying and reading one text", "platform", "telegram");
        foreach (var writer in AllWriters.Others)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = Measure(platforms, writer);
            table.Compare($"{writer.Name}: bytes allocated", own.Bytes, telegram.Bytes)
                .Compare($"{writer.Name}: µs", own.Time, telegram.Time);
        }

        table.Print();
        return Task.CompletedTask;
    }

    private static (Sample Bytes, Sample Time) Measure(Dictionary<string, IWebhookPlatform> platforms, MessageWriter writer)
    {
        var platform = platforms[writer.Platform];
        var channel = new ChannelConnection(
            ChannelId.From(Guid.Empty), platform.Key, Typed(writer.Settings("http://127.0.0.1:1")), webhookUrl: null);
        var request = RequestOf(writer.Write(number: 1, person: 1, TimeProvider.System.GetUtcNow()));
        Repeat(platform, channel, request, WarmUp);

        var (bytes, time) = (new Sample(), new Sample());
        for (var batch = 0; batch < Batches; batch++)
        {
            var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            Repeat(platform, channel, request, PerBatch);
            time.Add(Stopwatch.GetElapsedTime(began).TotalMicroseconds / PerBatch);
            bytes.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)PerBatch);
        }

        return (bytes, time);
    }

    /// <summary>What the door asks of a platform before its 200.</summary>
    private static void Repeat(IWebhookPlatform platform, ChannelConnection channel, WebhookRequest request, int times)
    {
        for (var time = 0; time < times; time++)
        {
            var isForUs = platform.IsAuthentic(channel, request) && Read(platform, channel, request.Body).Count == 1;
            if (!isForUs)
            {
                throw new InvalidOperationException($"{channel.Platform} did not understand its own message.");
            }
        }
    }

    private static IReadOnlyList<InboundEvent> Read(IWebhookPlatform platform, ChannelConnection channel, ReadOnlyMemory<byte> body) =>
        platform is IRoutedPlatform routed && routed.Open(body) is { Accounts.Count: 1 } opened
            ? opened.ReadFor(channel.RequiredText(routed.AccountSetting))
            : platform.Read(channel, body);

    private static WebhookRequest RequestOf(WrittenMessage message) => new(
        message.Body,
        message.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase),
        QueryHelpers.ParseQuery(message.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
        TimeProvider.System.GetUtcNow());

    private static FrozenDictionary<string, object> Typed(Dictionary<string, string> settings) =>
        settings.ToFrozenDictionary(pair => pair.Key, object (pair) => pair.Value);
}

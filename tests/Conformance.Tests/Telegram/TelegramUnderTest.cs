using Rozmova.Simulators.Telegram;

namespace Rozmova.Conformance.Tests.Telegram;

public sealed class TelegramConformance(ConformanceHouse<TelegramUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<TelegramUnderTest>(house, output);

/// <summary>Telegram: the program registers its webhooks itself, and requests carry a secret of the channel's.</summary>
public sealed class TelegramUnderTest : PlatformUnderTest
{
    private static int _lastBot = 6_000_000;

    private TelegramSimulator? _simulator;

    public override string Key => "telegram";

    public override IReadOnlyList<string> Acts =>
    [
        "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "press", "reply", "edit", "reaction",
        "unknown", "block",
    ];

    public override Credential Credential => new Credential.Header(TelegramAccount.SecretHeader);

    public override bool SignsBody => false;

    public override async Task StartAsync(TimeProvider time) => _simulator = await TelegramSimulator.StartAsync(
        new TelegramSimulatorOptions { LongestRetryWait = TimeSpan.FromMilliseconds(100) }, time, CancellationToken.None);

    public override AccountUnderTest OpenAccount()
    {
        var number = Interlocked.Increment(ref _lastBot);
        return new TelegramAccount(_simulator!, _simulator!.AddBot($"{number}:AAH_token-of-the-tests-{number}", $"shop_{number}_bot"));
    }

    public override ValueTask DisposeAsync() => _simulator!.DisposeAsync();
}

using Rozmova.Simulators.Viber;

namespace Rozmova.Conformance.Tests.Viber;

public sealed class ViberConformance(ConformanceHouse<ViberUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<ViberUnderTest>(house, output);

/// <summary>Viber: the program registers its webhooks itself, and bodies are signed with the bot's token.</summary>
public sealed class ViberUnderTest : PlatformUnderTest
{
    private static int _lastBot;

    private ViberSimulator? _simulator;

    public override string Key => "viber";

    public override IReadOnlyList<string> Acts =>
        ["text", "image", "video", "file", "sticker", "location", "contact", "press", "unknown", "block", "delivered", "read"];

    public override Credential Credential => new Credential.Header(ViberAccount.SignatureHeader);

    public override async Task StartAsync(TimeProvider time) => _simulator = await ViberSimulator.StartAsync(
        new ViberSimulatorOptions { FirstRetryWait = TimeSpan.FromMilliseconds(100) }, time, CancellationToken.None);

    public override AccountUnderTest OpenAccount()
    {
        var number = Interlocked.Increment(ref _lastBot);
        return new ViberAccount(_simulator!, _simulator!.AddBot($"4f1a2b3c4d5e6f70-8192a3b4c5d6e7f8-{number:x16}", "Acme"));
    }

    public override ValueTask DisposeAsync() => _simulator!.DisposeAsync();
}

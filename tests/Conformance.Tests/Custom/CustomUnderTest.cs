using Rozmova.Messaging;

namespace Rozmova.Conformance.Tests.Custom;

public sealed class CustomConformance(ConformanceHouse<CustomUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<CustomUnderTest>(house, output);

/// <summary>Somebody's own system: it signs what it brings in, and takes what we send at an address of its own.</summary>
public sealed class CustomUnderTest : PlatformUnderTest
{
    private CustomReceiver? _receiver;
    private TimeProvider? _time;

    public override string Key => "custom";

    public override IReadOnlyList<string> Acts =>
        ["text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "press", "reply", "edit", "delete", "reaction",
            "unknown"];

    public override Credential Credential => new Credential.Header(StandardWebhook.SignatureHeader);

    // A receiver refuses a message, but not by a word that says why.
    public override IReadOnlyList<Trouble> Troubles =>
        [Trouble.RateLimited, Trouble.TokenExpired, Trouble.ServerError, Trouble.NoAnswer];

    public override async Task StartAsync(TimeProvider time)
    {
        _time = time;
        _receiver = await CustomReceiver.StartAsync();
    }

    public override AccountUnderTest OpenAccount() => new CustomAccount(_receiver!, _time!);

    public override ValueTask DisposeAsync() => _receiver!.DisposeAsync();
}

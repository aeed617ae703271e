using System.Globalization;
using Rozmova.Simulators.WhatsApp;

namespace Rozmova.Conformance.Tests.WhatsApp;

public sealed class WhatsAppConformance(ConformanceHouse<WhatsAppUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<WhatsAppUnderTest>(house, output);

/// <summary>
/// WhatsApp: the address is entered by hand and asked for by GET, bodies are signed, and one may tell of several customers. That
/// a customer has blocked us it does not say: such a message stays sent.
/// </summary>
public sealed class WhatsAppUnderTest : PlatformUnderTest
{
    private static long _lastNumber = 106_540_352_240_000;

    private WhatsAppSimulator? _simulator;

    public override string Key => "whatsapp";

    public override IReadOnlyList<string> Acts =>
    [
        "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "press", "reply", "edit", "delete",
        "reaction", "unknown",
    ];

    public override Credential Credential => new Credential.Header(WhatsAppAccount.SignatureHeader);

    public override bool Batches => true;

    public override IReadOnlyList<Trouble> Troubles => [.. Enum.GetValues<Trouble>().Where(trouble => trouble != Trouble.Blocked)];

    public override async Task StartAsync(TimeProvider time) =>
        _simulator = await WhatsAppSimulator.StartAsync(new WhatsAppSimulatorOptions(), time, CancellationToken.None);

    public override AccountUnderTest OpenAccount()
    {
        var id = Interlocked.Increment(ref _lastNumber).ToString(CultureInfo.InvariantCulture);
        return new WhatsAppAccount(_simulator!, _simulator!.AddNumber(new BusinessNumberSettings
        {
            Id = id,
            AccessToken = $"EAA-token-of-{id}",
            AppSecret = "2b7e151628aed2a6abf7158809cf4f3c",
            VerifyToken = "token of the tests",
        }));
    }

    public override ValueTask DisposeAsync() => _simulator!.DisposeAsync();
}

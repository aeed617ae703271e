using Rozmova.Conformance.Tests.Meta;
using Rozmova.Simulators.Meta;

namespace Rozmova.Conformance.Tests.Instagram;

public sealed class InstagramConformance(ConformanceHouse<InstagramUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<InstagramUnderTest>(house, output);

/// <summary>Instagram: every case on a professional account of its own.</summary>
public sealed class InstagramUnderTest : MetaUnderTest
{
    public override string Key => "instagram";

    public override IReadOnlyList<string> Acts =>
    [
        "text", "image", "audio", "video", "file", "press", "reply", "edit", "delete", "reaction", "unknown", "read",
    ];

    private protected override AccountUnderTest Open(MetaSimulator simulator, int number) => new MetaAccountUnderTest(
        simulator, simulator.AddInstagram($"178414000{number}", $"IGAA-token-{number}", MetaAccountUnderTest.AppSecret), "accessToken", "accountId");
}

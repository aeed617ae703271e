using Rozmova.Conformance.Tests.Meta;
using Rozmova.Simulators.Meta;

namespace Rozmova.Conformance.Tests.Messenger;

public sealed class MessengerConformance(ConformanceHouse<MessengerUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<MessengerUnderTest>(house, output);

/// <summary>Messenger: every case on a page of its own.</summary>
public sealed class MessengerUnderTest : MetaUnderTest
{
    public override string Key => "messenger";

    public override IReadOnlyList<string> Acts =>
    [
        "text", "image", "audio", "video", "file", "location", "press", "reply", "edit", "reaction", "unknown", "delivered", "read",
    ];

    private protected override AccountUnderTest Open(MetaSimulator simulator, int number)
    {
        var page = simulator.AddPage($"104000{number}", $"EAA-page-token-{number}", MetaAccountUnderTest.AppSecret);
        page.AddTemplate(new PageTemplate("order_ready", "uk", "Замовлення {{1}} готове."));
        return new MetaAccountUnderTest(simulator, page, "pageAccessToken", "pageId");
    }
}

namespace Rozmova.Conformance.Tests.WebChat;

public sealed class WebChatConformance(ConformanceHouse<WebChatUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<WebChatUnderTest>(house, output);

/// <summary>A chat on web sites: visitors come to the program themselves, so there is nothing to simulate but them.</summary>
public sealed class WebChatUnderTest : PlatformUnderTest
{
    private readonly List<WebChatCustomer> _visitors = [];

    public override string Key => "webchat";

    public override IReadOnlyList<string> Acts => ["text", "image", "audio", "video", "file", "press"];

    public override Credential? Credential => null;

    public override bool SignsBody => false;

    // What is sent is in the visitor's history by the same commit: there is nobody in between to refuse it or to be silent.
    public override IReadOnlyList<Trouble> Troubles => [];

    public override Task StartAsync(TimeProvider time) => Task.CompletedTask;

    public override AccountUnderTest OpenAccount() => new WebChatAccount(_visitors);

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }
    }
}

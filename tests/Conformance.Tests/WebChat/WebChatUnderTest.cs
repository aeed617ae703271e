using System.Collections.Concurrent;
using Rozmova.Simulators.WebChat;

namespace Rozmova.Conformance.Tests.WebChat;

public sealed class WebChatConformance(ConformanceHouse<WebChatUnderTest> house, ITestOutputHelper output)
    : ConformanceTests<WebChatUnderTest>(house, output);

/// <summary>A chat on a web site: no messenger in between, so nothing of one's can be forged or fail.</summary>
public sealed class WebChatUnderTest : PlatformUnderTest
{
    private readonly ConcurrentBag<WebVisitor> _visitors = [];

    public override string Key => "webchat";

    public override IReadOnlyList<string> Acts => ["text", "image", "audio", "video", "file", "press"];

    public override Credential? Credential => null;

    public override IReadOnlyList<Trouble> Troubles => [];

    public override Task StartAsync(TimeProvider time) => Task.CompletedTask;

    public override AccountUnderTest OpenAccount() => new WebChatAccount(_visitors.Add);

    public override async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors)
        {
            await visitor.DisposeAsync();
        }
    }
}

using System.Text;
using Rozmova.Messaging;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Tests.Meta.Direct;

/// <summary>Whole request bodies, one a line in a platform's folder of samples, found by words that only they have.</summary>
internal sealed class DirectSamples(string platform, string account)
{
    private readonly string[] _bodies = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, platform, "Samples", "inbound.jsonl"));

    public IReadOnlyList<InboundEvent> Read(string words) => DirectRequest.Open(Body(words)).ReadFor(account);

    public byte[] Body(string words) => Encoding.UTF8.GetBytes(_bodies.Single(body => body.Contains(words, StringComparison.Ordinal)));

    /// <summary>The one event the sample is about.</summary>
    public T Read<T>(string words)
        where T : InboundEvent => Read(words).ShouldHaveSingleItem().ShouldBeOfType<T>();

    public T Content<T>(string words)
        where T : MessageContent => Read<InboundEvent.MessageReceived>(words).Content.ShouldBeOfType<T>();
}

namespace Rozmova.Testing.Conformance;

/// <summary>The platform's own clock: it runs like ours, and can be moved on so that two messages have times of their own.</summary>
public sealed class PlatformClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}

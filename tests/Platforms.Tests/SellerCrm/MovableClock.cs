namespace Rozmova.Platforms.Tests.SellerCrm;

/// <summary>A clock that runs like ours and can be moved on: what was to happen by then is due, and short waits still pass by themselves.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}

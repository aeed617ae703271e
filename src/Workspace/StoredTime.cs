namespace Rozmova.Workspace;

/// <summary>Time as the stores keep it.</summary>
public static class StoredTime
{
    /// <summary>Now, in whole microseconds: what is answered at once equals what is read back later.</summary>
    public static DateTimeOffset GetStoredNow(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

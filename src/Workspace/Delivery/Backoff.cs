namespace Rozmova.Workspace.Delivery;

/// <summary>Exponential back-off with full jitter: many who failed together do not come back together.</summary>
internal static class Backoff
{
    /// <summary>The wait after the <paramref name="failures"/>-th failure in a row: anything up to <paramref name="first"/> doubled each time.</summary>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan most, Random random)
    {
        var limit = Math.Min(most.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30)));
        return TimeSpan.FromSeconds(limit * random.NextDouble());
    }
}

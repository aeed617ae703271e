namespace Rozmova.Tests;

/// <summary>Bounds every wait, so that what never comes fails a test instead of hanging it.</summary>
internal static class Patience
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static Task Soon(this Task task) => task.WaitAsync(Bound, TimeProvider.System);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Bound, TimeProvider.System);
}

namespace Rozmova.Testing;

/// <summary>Waits for something that happens elsewhere: bounded, and saying what was waited for when it never comes.</summary>
public static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    public static Task Is(string reason, Func<bool> condition, CancellationToken cancellationToken) =>
        Is(reason, () => Task.FromResult(condition()), Bound, cancellationToken);

    public static Task Is(string reason, Func<Task<bool>> condition, CancellationToken cancellationToken) =>
        Is(reason, condition, Bound, cancellationToken);

    public static async Task Is(string reason, Func<Task<bool>> condition, TimeSpan within, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holds = Holds(condition, stop.Token);
        var bound = Task.Delay(within, TimeProvider.System, stop.Token);

        var first = await Task.WhenAny(holds, bound);
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first == bound)
        {
            throw new TimeoutException($"Not within {within.TotalSeconds:0.#} s: {reason}");
        }

        await holds;
    }

    private static async Task Holds(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition())
        {
            await Task.Delay(Poll, TimeProvider.System, cancellationToken);
        }
    }
}

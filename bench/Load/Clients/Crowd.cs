using System.Diagnostics;

namespace Rozmova.Bench.Clients;

/// <summary>Many sockets listening to the same server.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly PushListener[] _listeners;

    private Crowd(PushListener[] listeners) => _listeners = listeners;

    /// <summary>Connects all of them at once.</summary>
    public static async Task<Crowd> OpenAsync(
        Func<CancellationToken, Task<LiveSocket>> connect, int count, CancellationToken cancellationToken)
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => connect(cancellationToken)));
        var crowd = new Crowd([.. sockets.Select(socket => new PushListener(socket, null))]);
        await Task.WhenAll(crowd._listeners.Select(listener => listener.Greeted)).WaitAsync(cancellationToken);
        return crowd;
    }

    /// <summary>Milliseconds from the sending of a message until the last socket has it.</summary>
    public async Task<double> TimeAsync(Func<Task> send, TimeSpan within, CancellationToken cancellationToken)
    {
        int[] before = [.. _listeners.Select(listener => listener.Messages)];
        var began = Stopwatch.GetTimestamp();
        await send();
        for (var index = 0; index < before.Length; index++)
        {
            await _listeners[index].ReachAsync(before[index] + 1, within, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(began, _listeners.Max(listener => listener.LastArrival)).TotalMilliseconds;
    }

    /// <summary>Waits until all have the same newest number. Returns how many got everything, and how many pushes are missing.</summary>
    public async Task<(int Complete, long Missing)> SettleAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        long newest;
        do
        {
            newest = _listeners.Max(listener => listener.LastSeq);
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, cancellationToken);
        }
        while (_listeners.Any(listener => listener.LastSeq != newest) && Stopwatch.GetElapsedTime(began) < within);

        return (_listeners.Count(listener => listener.LastSeq == newest && listener.Missing == 0), _listeners.Sum(listener => listener.Missing));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners)
        {
            await listener.DisposeAsync();
        }
    }
}

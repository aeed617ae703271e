using System.Diagnostics;

namespace Rozmova.Bench.Clients;

/// <summary>Sends numbered messages at a given rate, over several lines.</summary>
internal static class Pace
{
    /// <param name="stamps">
    /// Gets each message's time at its number: when it was due and a line had to be found for it, so that waiting for a busy server counts.
    /// </param>
    /// <param name="send">Gets the line and the number.</param>
    public static async Task RunAsync(
        double rate, int first, int count, int lines, long[] stamps, Func<int, int, Task> send, CancellationToken cancellationToken)
    {
        var places = System.Threading.Channels.Channel.CreateBounded<int>(count);
        var running = Enumerable.Range(0, lines).Select(line => Task.Run(() => FollowAsync(line), cancellationToken)).ToArray();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < count && await tick.WaitForNextTickAsync(cancellationToken);)
        {
            for (var due = Stopwatch.GetElapsedTime(began).TotalSeconds * rate; sent < due && sent < count; sent++)
            {
                stamps[first + sent] = Stopwatch.GetTimestamp();
                places.Writer.TryWrite(first + sent);
            }
        }

        places.Writer.Complete();
        await Task.WhenAll(running);

        async Task FollowAsync(int line)
        {
            await foreach (var number in places.Reader.ReadAllAsync(cancellationToken))
            {
                await send(line, number);
            }
        }
    }
}

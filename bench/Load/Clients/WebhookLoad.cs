using System.Diagnostics;

namespace Rozmova.Bench.Clients;

/// <summary>
/// Telegram as a load: many connections, and each chat's messages on one of them, so that they come in order. Numbers go on from
/// one run to the next: no message comes twice.
/// </summary>
internal sealed class WebhookLoad : IDisposable
{
    public const int Chats = 500;

    private readonly (HttpConnection Connection, UpdateRequest Request)[] _lines;
    private int _number;
    private int _acknowledged;

    private WebhookLoad((HttpConnection, UpdateRequest)[] lines) => _lines = lines;

    /// <summary>Messages acknowledged so far.</summary>
    public int Acknowledged => _acknowledged;

    public static async Task<WebhookLoad> OpenAsync(WebhookTarget target, int connections, CancellationToken cancellationToken)
    {
        var lines = new (HttpConnection, UpdateRequest)[connections];
        for (var index = 0; index < connections; index++)
        {
            lines[index] = (await HttpConnection.OpenAsync(target.Address, cancellationToken), new UpdateRequest(target));
        }

        return new WebhookLoad(lines);
    }

    /// <summary>Each connection sends the next as soon as it has its 200. Returns the time from the first request to the last answer.</summary>
    public async Task<TimeSpan> RunAsync(TimeSpan duration, int most, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var last = _number + most;
        await Task.WhenAll(Enumerable.Range(0, _lines.Length).Select(line => Task.Run(() => LoopAsync(line), cancellationToken)));
        return Stopwatch.GetElapsedTime(began);

        async Task LoopAsync(int line)
        {
            var chat = line;
            while (!cancellationToken.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < duration && TryTake(last, out var number))
            {
                await SendAsync(line, number, chat);
                chat += _lines.Length;
                chat = chat < Chats ? chat : line;
            }
        }
    }

    /// <summary>Sends at a given rate. <paramref name="stamps"/> gets the time each message was due.</summary>
    public async Task RunPacedAsync(double rate, int count, long[] stamps, CancellationToken cancellationToken)
    {
        var first = Interlocked.Add(ref _number, count) - count + 1;
        await Pace.RunAsync(
            rate, first, count, _lines.Length, stamps, (line, number) => SendAsync(line, number, number % Chats).AsTask(), cancellationToken);
    }

    /// <summary>Sends one message and waits for its 200.</summary>
    public async Task SendOneAsync()
    {
        var number = Interlocked.Increment(ref _number);
        await SendAsync(0, number, number % Chats);
    }

    public void Dispose()
    {
        foreach (var (connection, _) in _lines)
        {
            connection.Dispose();
        }
    }

    private bool TryTake(int last, out int number)
    {
        number = Interlocked.Increment(ref _number);
        return number <= last;
    }

    private async ValueTask SendAsync(int line, int number, int chat)
    {
        await _lines[line].Connection.SendAsync(_lines[line].Request.For(number, chat));
        Interlocked.Increment(ref _acknowledged);
    }
}

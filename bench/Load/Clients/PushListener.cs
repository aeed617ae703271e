using System.Buffers.Text;
using System.Diagnostics;

namespace Rozmova.Bench.Clients;

/// <summary>
/// Reads a socket to its end: counts the messages that come, and when, and whether a number is missing. Where it may connect again, it
/// does as a console would: it shares two cores with the load, and a server shows out who lags by some megabytes.
/// </summary>
internal sealed class PushListener : IAsyncDisposable
{
    private readonly Func<long, CancellationToken, Task<LiveSocket>>? _again;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _reading;
    private readonly long[]? _arrivals;
    private int _messages;
    private long _lastSeq;
    private LiveSocket _socket;

    /// <param name="arrivals">Gets each message's time of arrival at its number.</param>
    /// <param name="again">Connects again behind the number it is given; null ends with the first socket.</param>
    public PushListener(LiveSocket socket, long[]? arrivals, Func<long, CancellationToken, Task<LiveSocket>>? again = null)
    {
        _socket = socket;
        _arrivals = arrivals;
        _again = again;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>The server's hello is there: from now on it pushes to us.</summary>
    public Task Greeted => _greeted.Task;

    /// <summary>New messages pushed to us.</summary>
    public int Messages => Volatile.Read(ref _messages);

    /// <summary>The newest number pushed to us.</summary>
    public long LastSeq => Volatile.Read(ref _lastSeq);

    /// <summary>Numbers that were skipped.</summary>
    public long Missing { get; private set; }

    /// <summary>When the last message came.</summary>
    public long LastArrival { get; private set; }

    /// <summary>Bytes of the last message's frame.</summary>
    public int FrameLength { get; private set; }

    /// <summary>The server closed the socket.</summary>
    public bool Ended => _reading.IsCompleted;

    /// <summary>Waits until so many messages came in all.</summary>
    public async Task ReachAsync(int messages, TimeSpan within, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Messages < messages)
        {
            if (Ended || Stopwatch.GetElapsedTime(began) > within)
            {
                throw new InvalidOperationException(
                    $"{Messages} of {messages} messages were pushed{(Ended ? " before the server closed the socket" : "")}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        while (true)
        {
            while (await _socket.ReadAsync(_stop.Token) is { IsEmpty: false } frame)
            {
                Take(frame.Span);
            }

            if (_again is null)
            {
                return;
            }

            _socket.Dispose();
            _socket = await _again(LastSeq, _stop.Token);
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        var now = Stopwatch.GetTimestamp();
        var seq = SeqIn(frame);
        if (frame.StartsWith("{\"type\":\"hello\""u8))
        {
            if (_greeted.TrySetResult())
            {
                Volatile.Write(ref _lastSeq, seq); // a later one is behind what we missed, which follows
            }

            return;
        }

        if (seq > 0)
        {
            Missing += seq - _lastSeq - 1;
            Volatile.Write(ref _lastSeq, seq);
        }

        if (frame.StartsWith("{\"type\":\"message.created\""u8))
        {
            Note(frame, now);
        }
    }

    private void Note(ReadOnlySpan<byte> frame, long now)
    {
        FrameLength = frame.Length;
        LastArrival = now;
        if (_arrivals is not null && UpdateRequest.NumberIn(frame) is >= 0 and var number && number < _arrivals.Length)
        {
            _arrivals[number] = now;
        }

        Interlocked.Increment(ref _messages);
    }

    private static long SeqIn(ReadOnlySpan<byte> frame)
    {
        var place = frame[..Math.Min(frame.Length, 80)].IndexOf("\"seq\":"u8);
        return place >= 0 && Utf8Parser.TryParse(frame[(place + 6)..], out long seq, out _) ? seq : 0;
    }
}

using System.Net.WebSockets;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>
/// One listener's socket. Sending starts on the caller's thread and usually ends there, as the bytes go to the kernel; only a reader
/// that lags gets a queue. The queue is bounded: full means the reader is too slow, so it is closed (1013), never trimmed and never waited
/// for. HOT: measured by the fan-out benchmark.
/// </summary>
internal sealed class LiveConnection(WebSocket socket, Stream wire, OperatorId user, TimeProvider time)
{
    /// <summary>Commits that may wait for a slow reader.</summary>
    private const int MostWaiting = 4096;

    /// <summary>Bytes that may wait for a slow reader.</summary>
    private const int MostBytesWaiting = 8 * 1024 * 1024;

    /// <summary>How long a reader that was too slow has to take its close frame.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Queue<(ReadOnlyMemory<byte> Frames, FrameBlock? Block)>? _waiting;
    private int _bytesWaiting;
    private bool _busy = true; // until Release: what comes meanwhile waits behind the replay
    private (WebSocketCloseStatus Code, string Reason)? _ending;

    /// <summary>Who listens.</summary>
    public OperatorId User { get; } = user;

    /// <summary>Queues or sends frames. Never waits. <paramref name="block"/> is what lent them, and is left when they are written.</summary>
    public void Offer(ReadOnlyMemory<byte> frames, FrameBlock? block = null)
    {
        lock (_gate)
        {
            if (_ending is not null)
            {
                return;
            }

            if (_busy)
            {
                _waiting ??= new Queue<(ReadOnlyMemory<byte> Frames, FrameBlock? Block)>();
                _bytesWaiting += frames.Length;
                if (_waiting.Count < MostWaiting && _bytesWaiting <= MostBytesWaiting)
                {
                    _waiting.Enqueue((frames, block));
                }
                else
                {
                    EndLocked((WebSocketCloseStatus)1013, "Too slow: connect again with ?after=");
                }

                return;
            }

            _busy = true;
        }

        _ = PumpAsync(frames, block);
    }

    /// <summary>Sends before anything that was offered. Only until <see cref="Release"/>.</summary>
    public Task SendFirstAsync(ReadOnlyMemory<byte> frames, CancellationToken cancellationToken) =>
        wire.WriteAsync(frames, cancellationToken).AsTask();

    /// <summary>The replay is over: what waited goes out, and from now on everything at once.</summary>
    public void Release() => _ = PumpAsync(default, null);

    /// <summary>Closes with a code, after the frame that is being sent.</summary>
    public void End(WebSocketCloseStatus code, string reason)
    {
        lock (_gate)
        {
            if (_ending is null)
            {
                EndLocked(code, reason);
                if (!_busy)
                {
                    _busy = true;
                    _ = PumpAsync(default, null);
                }
            }
        }
    }

    private void EndLocked(WebSocketCloseStatus code, string reason)
    {
        _ending = (code, reason);
        _waiting = null;
        _ = AbortLaterAsync();
    }

    private async Task PumpAsync(ReadOnlyMemory<byte> frames, FrameBlock? block)
    {
        try
        {
            while (true)
            {
                if (!frames.IsEmpty && socket.State == WebSocketState.Open) // nothing follows a close frame
                {
                    await wire.WriteAsync(frames, CancellationToken.None);
                }

                block?.Leave();
                lock (_gate)
                {
                    if (_ending is not null)
                    {
                        break;
                    }

                    if (_waiting is null || !_waiting.TryDequeue(out var next))
                    {
                        _waiting = null;
                        _busy = false;
                        return;
                    }

                    (frames, block) = next;
                    _bytesWaiting -= frames.Length;
                }
            }

            await socket.CloseOutputAsync(_ending.Value.Code, _ending.Value.Reason, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The reader is gone: its receive loop ends by the same cause and takes this connection off the feed.
            socket.Abort();
        }
    }

    private async Task AbortLaterAsync()
    {
        await Task.Delay(Farewell, time);
        if (socket.State is not (WebSocketState.Closed or WebSocketState.Aborted))
        {
            socket.Abort();
        }
    }
}

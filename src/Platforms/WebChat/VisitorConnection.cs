using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace Rozmova.Platforms.WebChat;

/// <summary>
/// One widget's socket. What it is sent waits in a bounded queue: full means nobody reads, so it is closed (1013), never
/// trimmed and never waited for. The widget connects again and reads its history.
/// </summary>
internal sealed class VisitorConnection(WebSocket socket, TimeProvider time)
{
    private const int MostWaiting = 512;
    private const int MostBytes = 64 * 1024;

    /// <summary>How long the other side has to take its close frame.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private static readonly WidgetFrame Unreadable = new();

    private readonly Channel<ReadOnlyMemory<byte>> _waiting =
        Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private Ending? _ending;

    /// <summary>Queues a frame. Never waits.</summary>
    public void Offer(ReadOnlyMemory<byte> frame)
    {
        if (!_waiting.Writer.TryWrite(frame))
        {
            End((WebSocketCloseStatus)1013, "Too slow: connect again.");
        }
    }

    /// <summary>Closes with a code; what waits is dropped.</summary>
    public void End(WebSocketCloseStatus code, string reason)
    {
        if (Interlocked.CompareExchange(ref _ending, new Ending(code, reason), null) is null)
        {
            _waiting.Writer.TryComplete();
            _ = AbortLaterAsync();
        }
    }

    /// <summary>Sends <paramref name="first"/>, then what is offered and was offered meanwhile, until the end.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> first)
    {
        try
        {
            await SendOneAsync(first);
            await foreach (var frame in _waiting.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (_ending is not null)
                {
                    break;
                }

                await SendOneAsync(frame);
            }

            await socket.CloseOutputAsync(_ending!.Code, _ending.Reason, CancellationToken.None);
        }
        catch (Exception exception) when (
            exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The widget is gone: the loop that receives ends by the same cause.
            socket.Abort();
        }
    }

    /// <summary>The next frame; null when the widget closes. One that cannot be read has no type.</summary>
    public async ValueTask<WidgetFrame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        // A zero-byte read waits without holding a buffer: most widgets are silent most of the time.
        if ((await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken)).MessageType == WebSocketMessageType.Close)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                if (length == MostBytes)
                {
                    End(WebSocketCloseStatus.MessageTooBig, "This is too much for one message.");
                    return null;
                }

                received = await socket.ReceiveAsync(buffer.AsMemory(length, MostBytes - length), cancellationToken);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            return received.MessageType == WebSocketMessageType.Close ? null : Read(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static WidgetFrame Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, WebChatJson.Default.WidgetFrame) ?? Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable; // not our widget's work: answered as such
        }
    }

    private Task SendOneAsync(ReadOnlyMemory<byte> frame) =>
        socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None).AsTask();

    private async Task AbortLaterAsync()
    {
        await Task.Delay(Farewell, time);
        if (socket.State is not (WebSocketState.Closed or WebSocketState.Aborted))
        {
            socket.Abort();
        }
    }

    private sealed record Ending(WebSocketCloseStatus Code, string Reason);
}

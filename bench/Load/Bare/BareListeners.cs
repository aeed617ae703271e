using System.Collections.Immutable;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Rozmova.Bench.Bare;

/// <summary>The open sockets, and a loop that writes to each of them.</summary>
internal sealed class BareListeners : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ImmutableArray<WebSocket> _sockets = [];

    public async Task ListenAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await SendAsync(socket, "{\"type\":\"hello\",\"seq\":0}"u8.ToArray());
        Change(sockets => sockets.Add(socket));
        try
        {
            while ((await socket.ReceiveAsync(Memory<byte>.Empty, context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
                await socket.ReceiveAsync(new byte[256], context.RequestAborted);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The other side is gone: the benchmark is over.
        }
        finally
        {
            Change(sockets => sockets.Remove(socket));
        }
    }

    /// <summary>The request's body goes out as it is, before the answer.</summary>
    public async Task PushAsync(HttpContext context)
    {
        var frame = new byte[context.Request.ContentLength!.Value];
        await context.Request.Body.ReadExactlyAsync(frame);
        await WriteAsync(frame);
    }

    /// <summary>Pushes a frame as large as the program's, with the update in it.</summary>
    public void Push(byte[] update)
    {
        if (!_sockets.IsEmpty)
        {
            _ = WriteAsync(BareFrame.Of(update));
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task WriteAsync(byte[] frame)
    {
        await _turn.WaitAsync();
        try
        {
            foreach (var socket in _sockets)
            {
                await SendAsync(socket, frame);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static ValueTask SendAsync(WebSocket socket, ReadOnlyMemory<byte> frame) =>
        socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);

    private void Change(Func<ImmutableArray<WebSocket>, ImmutableArray<WebSocket>> change)
    {
        lock (_gate)
        {
            _sockets = change(_sockets);
        }
    }
}

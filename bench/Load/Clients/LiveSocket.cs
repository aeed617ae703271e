using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rozmova.Bench.Clients;

/// <summary>A listening WebSocket, reading frames in place: it must cost less than what it measures.</summary>
internal sealed class LiveSocket : IDisposable
{
    private const int Ping = 0x89;
    private const int Close = 0x88;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    private LiveSocket()
    {
    }

    public static async Task<LiveSocket> ConnectAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        var live = new LiveSocket();
        await live._socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        var request = $"""
            GET {path} HTTP/1.1
            Host: {address.Authority}
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==


            """.ReplaceLineEndings("\r\n");
        await live._socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        await live.ReadHeadAsync(cancellationToken);
        return live;
    }

    /// <summary>
    /// The next frame's payload, valid until the next call; empty when the server closed. Pings are answered on the way.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (kind, payload) = TakeFrame();
            switch (kind)
            {
                case 0:
                    if (!await FillAsync(cancellationToken))
                    {
                        return default;
                    }

                    break;
                case Ping:
                    await _socket.SendAsync(new byte[] { 0x8A, 0x80, 0, 0, 0, 0 }, cancellationToken);
                    break;
                case Close:
                    return default;
                default:
                    return payload;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private (int Kind, ReadOnlyMemory<byte> Payload) TakeFrame()
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        if (bytes.Length < 2)
        {
            return default;
        }

        var (head, length) = (2, (long)bytes[1]); // a server's frames have no mask
        if (length == 126 && bytes.Length >= 4)
        {
            (head, length) = (4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
        }
        else if (length == 127 && bytes.Length >= 10)
        {
            (head, length) = (10, BinaryPrimitives.ReadInt64BigEndian(bytes[2..]));
        }
        else if (length >= 126)
        {
            return default;
        }

        if (bytes.Length < head + length)
        {
            return default;
        }

        var payload = _buffer.AsMemory(_start + head, (int)length);
        _start += head + (int)length;
        return (bytes[0], payload);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 4);
        }

        var count = await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += count;
        return count > 0;
    }

    private async Task ReadHeadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new IOException("The server closed the connection.");
            }
        }

        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 101"u8))
        {
            throw new IOException(Encoding.UTF8.GetString(_buffer, 0, _end));
        }

        _start = end + 4;
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rozmova.Bench.Clients;

/// <summary>
/// A kept-alive connection with one request in flight. As little of HTTP as the load needs, so that the load takes as little of the
/// machine as it can: what it takes the servers lack.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];

    public static async Task<HttpConnection> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken);
        return connection;
    }

    /// <summary>Sends one request and waits for its 200. Anything else ends the benchmark.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> request)
    {
        var sent = 0;
        while (sent < request.Length)
        {
            sent += await _socket.SendAsync(request[sent..]);
        }

        var received = 0;
        do
        {
            var count = await _socket.ReceiveAsync(_answer.AsMemory(received));
            received += count > 0 ? count : throw new IOException("The server closed the connection.");
        }
        while (!IsWhole(_answer.AsSpan(0, received)));

        if (!_answer.AsSpan().StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException(Encoding.UTF8.GetString(_answer, 0, received));
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        return head >= 0 && answer.Length >= head + 4 + LengthIn(answer[..head]);
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var place = head.IndexOf("Content-Length: "u8);
        if (place < 0)
        {
            return 0;
        }

        var digits = head[(place + 16)..];
        var end = digits.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

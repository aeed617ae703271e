using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Rozmova.Tests.Live;

/// <summary>One socket on the live feed, read all the time; every wait is bounded.</summary>
internal sealed class LiveListener : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly Channel<JsonNode> _frames = Channel.CreateUnbounded<JsonNode>();
    private readonly Task _reading;

    private LiveListener(ClientWebSocket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    /// <summary>The number the greeting named.</summary>
    public long Joined { get; private set; }

    public string UserId { get; private set; } = "";

    public static async Task<LiveListener> ConnectAsync(Uri server, long? after = null, string apiKey = RozmovaServer.ApiKey)
    {
        var listener = new LiveListener(await OpenAsync(server, after, apiKey));
        var hello = await listener.NextAsync();
        hello.Text("type").ShouldBe("hello");
        listener.Joined = (long)hello["seq"]!;
        listener.UserId = hello.Text("userId");
        return listener;
    }

    /// <summary>A bare socket, for those who do not read.</summary>
    public static async Task<ClientWebSocket> OpenAsync(Uri server, long? after = null, string apiKey = RozmovaServer.ApiKey)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {apiKey}");
        var query = after is null ? "" : $"?after={after}";
        var address = new UriBuilder(new Uri(server, $"/api/v1/communications/ws/me{query}")) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, CancellationToken.None).Soon();
        return socket;
    }

    public Task<JsonNode> NextAsync() => _frames.Reader.ReadAsync().AsTask().Soon();

    /// <summary>Skips to the next frame of this type that is as wanted.</summary>
    public async Task<JsonNode> NextAsync(string type, Func<JsonNode, bool>? wanted = null)
    {
        while (true)
        {
            var frame = await NextAsync();
            if (frame.Text("type") == type && (wanted is null || wanted(frame["data"]!)))
            {
                return frame;
            }
        }
    }

    public Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None).Soon();

    /// <summary>Waits until the server closes, and gives its code.</summary>
    public async Task<int?> ClosedAsync()
    {
        await _reading.Soon();
        return (int?)_socket.CloseStatus;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        using var frame = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }

                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    _frames.Writer.TryWrite(JsonNode.Parse(frame.ToArray())!);
                    frame.SetLength(0);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The socket was aborted, by the test or by the server: no more frames come.
        }

        _frames.Writer.TryComplete();
    }
}

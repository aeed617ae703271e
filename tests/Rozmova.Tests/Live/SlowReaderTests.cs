using System.Net.Sockets;
using System.Net.WebSockets;
using Rozmova.Tests.Platforms;

namespace Rozmova.Tests.Live;

/// <summary>Who does not read is shown out, and holds up nobody.</summary>
public sealed class SlowReaderTests
{
    private const int Messages = 2000;

    [Fact]
    public async Task A_slow_reader_is_closed_with_1013_while_others_get_everything()
    {
        await using var server = await RozmovaServer.StartAsync();
        var shop = await CustomShop.ConnectAsync(server);
        using var slow = await ConnectSlowlyAsync(server.Address);
        await using var quick = await LiveListener.ConnectAsync(server.Address);
        var noon = TimeProvider.System.GetUtcNow();
        var words = new string('x', 8 * 1024);

        // More than the queue and the kernel's buffers together can hold.
        await Parallel.ForEachAsync(Enumerable.Range(0, Messages), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
            await shop.TellAsync($"{number}", $"person {number % 50}", words, noon));

        for (var number = 0; number < Messages; number++)
        {
            await quick.NextAsync("message.created");
        }

        (await CloseCodeAsync(slow)).ShouldBe(1013);
    }

    private static async Task<ClientWebSocket> ConnectSlowlyAsync(Uri server)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {RozmovaServer.ApiKey}");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var connection = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                await connection.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            },
        }, disposeHandler: false);
        var address = new UriBuilder(new Uri(server, "/api/v1/communications/ws/me")) { Scheme = "ws" };
        await socket.ConnectAsync(address.Uri, invoker, CancellationToken.None).Soon();
        return socket;
    }

    private static async Task<int?> CloseCodeAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().Soon()).MessageType != WebSocketMessageType.Close)
        {
        }

        return (int?)socket.CloseStatus;
    }
}

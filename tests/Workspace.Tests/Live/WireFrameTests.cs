using System.Buffers;
using System.Net.WebSockets;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Tests.Live;

public sealed class WireFrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public async Task A_client_reads_messages_of_any_length_from_one_block(int length)
    {
        var block = new ArrayBufferWriter<byte>();
        byte[][] messages = [[1, 2], new byte[length], [3]];
        foreach (var message in messages)
        {
            WireFrames.Append(block, message);
        }

        using var wire = new MemoryStream(block.WrittenSpan.ToArray());
        using var client = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions());

        foreach (var message in messages)
        {
            (await ReceiveAsync(client)).ShouldBe(message);
        }
    }

    private static async Task<byte[]> ReceiveAsync(WebSocket client)
    {
        var buffer = new byte[128 * 1024];
        for (var length = 0; ;)
        {
            var received = await client.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            received.MessageType.ShouldBe(WebSocketMessageType.Text);
            length += received.Count;
            if (received.EndOfMessage)
            {
                return buffer[..length];
            }
        }
    }
}

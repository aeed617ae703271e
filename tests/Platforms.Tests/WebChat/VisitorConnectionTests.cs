using System.Net.WebSockets;
using Rozmova.Platforms.WebChat;
using Rozmova.Testing;

namespace Rozmova.Platforms.Tests.WebChat;

public sealed class VisitorConnectionTests
{
    [Fact]
    public async Task A_page_that_does_not_read_is_cut_off_and_holds_nobody_up()
    {
        var clock = new TestClock();
        using var socket = new StalledSocket();
        var connection = new VisitorConnection(socket, clock);
        var sending = connection.SendAsync("first"u8.ToArray());

        for (var frame = 0; frame < 1000; frame++)
        {
            connection.Offer("another"u8.ToArray()); // returns at once, however many there are
        }

        await Eventually.Is("its farewell has begun", () => clock.ArmedTimers > 0, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(5));
        await sending.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System);
        socket.State.ShouldBe(WebSocketState.Aborted);
    }
}

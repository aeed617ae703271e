using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>The WebSocket every client of ours listens on: the console, scripts, other programs.</summary>
public static class LiveEndpoint
{
    /// <summary>Where it is, before the operator's id.</summary>
    internal const string Address = "/api/v1/communications/ws";

    /// <summary>Bytes a client may send in one message.</summary>
    private const int MostBytes = 64 * 1024;

    /// <summary>More than this is quicker read anew than replayed.</summary>
    private const int MostReplayed = 10_000;

    // Together: a socket that is silent for 60 s is dropped.
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(30);

    /// <summary>Maps the live feed below <c>/api/v1</c>.</summary>
    public static void MapLive(this IEndpointRouteBuilder api) =>
        api.MapGet("/communications/ws/{userId}", ListenAsync).RequireAuthorization(ApiPolicies.Operator).ExcludeFromDescription()
            .DisableHttpMetrics(); // how long somebody listens is no duration of a request

    private static async Task<IResult> ListenAsync(
        string userId, long? after, HttpContext context, CurrentOperator me, LiveFeed feed, ILiveLog log, ILiveBodies bodies, Presence presence,
        TypingNotices typing, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (userId != "me" && userId != me.Id.ToString())
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "not-you", "Everybody listens as themselves.");
        }

        if (!context.WebSockets.IsWebSocketRequest)
        {
            return Problem.Of(StatusCodes.Status426UpgradeRequired, "websocket-required", "This address speaks WebSocket.");
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = PingEvery, KeepAliveTimeout = PongWithin });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopped);
        var wire = ((SharedUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>()).Stream!;
        var connection = new LiveConnection(socket, wire, me.Id, time);
        await using var client = new ClientFrames(me, presence, typing, time);
        var joined = feed.Join(connection);
        try
        {
            await GreetAsync(connection, joined, after, log, bodies, ending.Token);
            presence.Describe(connection, time.GetUtcNow());
            connection.Release();
            await ReceiveAsync(socket, connection, client, ending.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side went away without a word: the ordinary end of a socket.
        }
        finally
        {
            feed.Leave(connection);
        }

        return Results.Empty;
    }

    private static async Task GreetAsync(
        LiveConnection connection, long joined, long? after, ILiveLog log, ILiveBodies bodies, CancellationToken cancellationToken)
    {
        if (after is not { } seen || seen == joined)
        {
            await connection.SendFirstAsync(LiveFrames.Hello(joined, connection.User), cancellationToken);
            return;
        }

        var oldest = await log.ReadOldestAsync(cancellationToken) ?? joined + 1;
        if (seen > joined || seen < oldest - 1 || joined - seen > MostReplayed)
        {
            await connection.SendFirstAsync(LiveFrames.Hello(joined, connection.User), cancellationToken);
            await connection.SendFirstAsync(LiveFrames.Reset, cancellationToken);
            return;
        }

        await connection.SendFirstAsync(LiveFrames.Hello(seen, connection.User), cancellationToken);
        foreach (var row in await log.ReadAsync(seen, joined, cancellationToken))
        {
            if (await bodies.LoadAsync(row.Type, row.Subject, cancellationToken) is { } body)
            {
                await connection.SendFirstAsync(LiveFrames.Event(row.Type, row.Seq, row.At, body), cancellationToken);
            }
        }
    }

    private static async Task ReceiveAsync(
        WebSocket socket, LiveConnection connection, ClientFrames client, CancellationToken cancellationToken)
    {
        while (true)
        {
            // A zero-byte read waits without holding a buffer: an idle socket costs next to nothing.
            if ((await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken)).MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(socket, cancellationToken);
                return;
            }

            var buffer = ArrayPool<byte>.Shared.Rent(MostBytes);
            try
            {
                if (!await ReceiveOneAsync(socket, connection, client, buffer, cancellationToken))
                {
                    return;
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private static async Task<bool> ReceiveOneAsync(
        WebSocket socket, LiveConnection connection, ClientFrames client, byte[] buffer, CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length >= MostBytes)
            {
                connection.End(WebSocketCloseStatus.MessageTooBig, string.Create(CultureInfo.InvariantCulture, $"At most {MostBytes} bytes."));
                return true; // the close goes out behind what is being sent; the client's answer ends the loop
            }

            var received = await socket.ReceiveAsync(buffer.AsMemory(length, MostBytes - length), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync(socket, cancellationToken);
                return false;
            }

            length += received.Count;
            if (received.EndOfMessage)
            {
                if (client.Hear(buffer.AsSpan(0, length), cancellationToken) is { IsEmpty: false } answer)
                {
                    connection.Offer(answer);
                }

                return true;
            }
        }
    }

    private static async Task CloseAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        if (socket.State == WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
    }
}

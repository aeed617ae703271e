using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>What the widget calls: its settings, its socket, its files.</summary>
internal static class WebChatEndpoints
{
    private const int LongestLanguage = 35;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var chat = routes.MapGroup("/api/v1/webchat/{channelId:guid}").AddEndpointFilter<WebChatAdmission>();
        chat.MapGet("/settings", Settings);
        chat.MapGet("/socket", ListenAsync).DisableHttpMetrics(); // how long somebody listens is no duration of a request
        chat.MapPost("/files", VisitorUpload.TakeAsync);
        chat.MapMethods("/files", [HttpMethods.Options], () => TypedResults.NoContent());
    }

    private static async Task<JsonHttpResult<SettingsPayload>> Settings(
        HttpContext context, IChannelHours hours, TimeProvider time, CancellationToken cancellationToken)
    {
        var channel = WebChatAdmission.ChannelOf(context);
        var now = time.GetUtcNow();
        var (open, opensAt) = await hours.FindAsync(channel.Id, now, cancellationToken) is { } state
            ? (state.Open, state.Open ? null : state.ChangesAt)
            : OpeningHours.At(channel, now);
        var settings = new SettingsPayload(
            channel.Text(WebChatSettings.Title), channel.RequiredText(WebChatSettings.Colour),
            channel.Text(WebChatSettings.Greeting), open,
            channel.Text(WebChatSettings.Away), opensAt, WebChatCapabilities.LongestText, WebChatCapabilities.LargestUpload);
        return TypedResults.Json(settings, WebChatJson.Default.SettingsPayload);
    }

    private static async Task<IResult> ListenAsync(
        HttpContext context, VisitorLimits limits, VisitorIntake intake, VisitorSockets sockets, IChats chats, IChatFiles files,
        TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return WebChatAdmission.Refuse(
                StatusCodes.Status426UpgradeRequired, "websocket-required", "This address speaks WebSocket.");
        }

        var channel = WebChatAdmission.ChannelOf(context);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = PingEvery, KeepAliveTimeout = PongWithin });
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopped);
        var connection = new VisitorConnection(socket, time);
        using var goodbye = lifetime.ApplicationStopping.Register(
            () => connection.End(WebSocketCloseStatus.EndpointUnavailable, "The server stops."));
        try
        {
            if (await GreetAsync(connection, context, limits, time, ending.Token) is not { } hello)
            {
                await connection.SendAsync(WebChatFrames.Refused(null, "later", TimeSpan.FromMinutes(1)));
                return Results.Empty;
            }

            var visitor = new Visitor(
                channel, VisitorToken.VisitorOf(channel.Id, hello.Token)!,
                VisitorLimits.KeyOf(context.Connection.RemoteIpAddress));
            sockets.Add(channel.Id, visitor.Id, connection);
            try
            {
                await new VisitorSession(visitor, LanguageOf(hello), connection, intake, limits, chats, files)
                    .RunAsync(hello.Token!, ending.Token);
            }
            finally
            {
                sockets.Remove(channel.Id, visitor.Id, connection);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The widget went away without a word: the ordinary end of a socket on the web.
        }

        return Results.Empty;
    }

    /// <summary>
    /// The widget's first frame with a token in it: its own, or a new one. It comes in a frame, as addresses end up in logs.
    /// Null when it does not come or too many visitors begin here; the connection is ending then.
    /// </summary>
    private static async ValueTask<WidgetFrame?> GreetAsync(
        VisitorConnection connection, HttpContext context, VisitorLimits limits, TimeProvider time,
        CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(HelloWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        if (await connection.ReceiveAsync(either.Token) is not { Type: "hello" } hello)
        {
            connection.End(WebSocketCloseStatus.PolicyViolation, "Say hello first.");
            return null;
        }

        if (VisitorToken.VisitorOf(WebChatAdmission.ChannelOf(context).Id, hello.Token) is not null)
        {
            return hello;
        }

        if (limits.Take(VisitorLimits.AddressVisitors, VisitorLimits.KeyOf(context.Connection.RemoteIpAddress)) is not null)
        {
            connection.End((WebSocketCloseStatus)1013, "Too many visitors begin here.");
            return null;
        }

        return hello with { Token = VisitorToken.Create() };
    }

    private static string? LanguageOf(WidgetFrame hello) =>
        hello.Language is { Length: > 0 and <= LongestLanguage } language ? language : null;
}

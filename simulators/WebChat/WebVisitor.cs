using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Rozmova.Simulators.WebChat;

/// <summary>A visitor of a web site without the browser: it says to a web chat what the widget says.</summary>
public sealed class WebVisitor : IAsyncDisposable
{
    private readonly Uri _chat;
    private readonly string _origin;
    private readonly ClientWebSocket _socket;
    private readonly Channel<JsonNode> _frames = Channel.CreateUnbounded<JsonNode>();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly List<JsonNode> _messages = [];
    private Task _reading = Task.CompletedTask;

    private WebVisitor(Uri chat, string origin, ClientWebSocket socket) => (_chat, _origin, _socket) = (chat, origin, socket);

    /// <summary>The secret that makes this visitor who they are: give it to <see cref="OpenAsync"/> to come back.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The messages of the greeting, oldest first.</summary>
    public IReadOnlyList<JsonNode> History { get; private set; } = [];

    /// <summary>All messages on the page as they stand now, those that changed last.</summary>
    public IReadOnlyList<JsonNode> Messages
    {
        get
        {
            lock (_messages)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Opens the chat as a page of <paramref name="origin"/> would; null is the server's own.</summary>
    public static async Task<WebVisitor> OpenAsync(
        Uri server, string channelId, string? token, string? origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        origin ??= server.GetLeftPart(UriPartial.Authority);
        var chat = new Uri(server, $"/api/v1/webchat/{channelId}/");
        var visitor = new WebVisitor(chat, origin, await ConnectAsync(chat, origin, cancellationToken));
        await visitor.SayAsync(new JsonObject { ["type"] = "hello", ["token"] = token, ["language"] = "en" }, cancellationToken);
        visitor._reading = visitor.ReadAsync();
        var welcome = await visitor.NextAsync("welcome", cancellationToken);
        visitor.Token = (string)welcome["token"]!;
        visitor.History = [.. welcome["messages"]!.AsArray().Select(message => message!)];
        return visitor;
    }

    /// <summary>The bare socket of a page of <paramref name="origin"/>, before anybody has said hello.</summary>
    public static async Task<ClientWebSocket> ConnectAsync(Uri chat, string? origin, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        var address = new UriBuilder(new Uri(chat, "socket"));
        address.Scheme = address.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        await socket.ConnectAsync(address.Uri, cancellationToken);
        return socket;
    }

    /// <summary>Writes a text and waits until it is taken. Returns the id it went by.</summary>
    public async Task<string> SendTextAsync(string text, CancellationToken cancellationToken, string? id = null)
    {
        id ??= NewId();
        await SayAsync(new JsonObject { ["type"] = "message", ["id"] = id, ["text"] = text }, cancellationToken);
        await AcceptedAsync(id, cancellationToken);
        return id;
    }

    /// <summary>Presses a button and waits until that is taken.</summary>
    public async Task PressAsync(string key, string text, CancellationToken cancellationToken)
    {
        var id = NewId();
        await SayAsync(new JsonObject { ["type"] = "press", ["id"] = id, ["key"] = key, ["text"] = text }, cancellationToken);
        await AcceptedAsync(id, cancellationToken);
    }

    /// <summary>Reports messages as <c>delivered</c> or <c>read</c>.</summary>
    public Task ReportAsync(string report, CancellationToken cancellationToken, params IEnumerable<JsonNode> messages) => SayAsync(
        new JsonObject { ["type"] = report, ["ids"] = new JsonArray([.. messages.Select(message => message["id"]!.DeepClone())]) },
        cancellationToken);

    /// <summary>Sends a file as the widget does.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(
        string name, string type, byte[] content, CancellationToken cancellationToken, string? id = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(_chat, $"files?id={id ?? NewId()}&name={Uri.EscapeDataString(name)}"))
        {
            Content = new ByteArrayContent(content),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Visitor", Token);
        request.Headers.Add("Origin", _origin);
        return await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>Opens the file of a message by the address that came with it.</summary>
    public Task<HttpResponseMessage> OpenFileAsync(JsonNode message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _http.GetAsync(new Uri(new Uri(_chat, "/"), (string)message["content"]!["url"]!), cancellationToken);
    }

    /// <summary>Says anything at all.</summary>
    public async Task SayAsync(JsonNode frame, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frame);
        await _socket.SendAsync(
            System.Text.Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
    }

    /// <summary>The next message of ours that is as wanted.</summary>
    public Task<JsonNode> WaitForMessageAsync(Func<JsonNode, bool> wanted, CancellationToken cancellationToken) =>
        WaitAsync(message => !(bool)message["mine"]! && wanted(message), cancellationToken);

    /// <summary>The next message, whoever wrote it, that is as wanted.</summary>
    public async Task<JsonNode> WaitAsync(Func<JsonNode, bool> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        while (true)
        {
            var message = (await NextAsync("message", cancellationToken))["message"]!;
            if (wanted(message))
            {
                return message;
            }
        }
    }

    /// <summary>Skips to the next frame of a type.</summary>
    public async Task<JsonNode> NextAsync(string type, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await _frames.Reader.ReadAsync(cancellationToken);
            if ((string?)frame["type"] == type)
            {
                return frame;
            }
        }
    }

    /// <summary>Waits until the server closes, and gives its code.</summary>
    public async Task<int?> ClosedAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        return (int?)_socket.CloseStatus;
    }

    /// <summary>An id as the widget makes them.</summary>
    public static string NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _http.Dispose();
    }

    private void Take(JsonNode frame)
    {
        JsonNode?[] shown = frame["messages"] is JsonArray all ? [.. all] : [frame["message"]];
        lock (_messages)
        {
            foreach (var message in shown.OfType<JsonNode>())
            {
                _messages.RemoveAll(known => (string?)known["id"] == (string?)message["id"]);
                _messages.Add(message);
            }
        }

        _frames.Writer.TryWrite(frame);
    }

    private async Task AcceptedAsync(string id, CancellationToken cancellationToken)
    {
        while ((string?)(await NextAsync("accepted", cancellationToken))["id"] != id)
        {
        }
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
                    Take(JsonNode.Parse(frame.ToArray())!);
                    frame.SetLength(0);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Aborted by this side or the other: no more frames come.
        }

        _frames.Writer.TryComplete();
    }
}

using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Demo;

/// <summary>The demo as a client of the public API: it can do nothing that another program could not.</summary>
internal sealed class DemoClient(HttpClient http, Uri address, string key)
{
    /// <summary>Where the program is.</summary>
    public Uri Address => address;

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync(await SendAsync(HttpMethod.Get, path, null, cancellationToken), cancellationToken);

    public async Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        await ReadAsync(await SendAsync(HttpMethod.Post, path, body, cancellationToken), cancellationToken);

    public async Task<JsonNode> PatchAsync(string path, JsonNode body, CancellationToken cancellationToken) =>
        await ReadAsync(await SendAsync(HttpMethod.Patch, path, body, cancellationToken), cancellationToken);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>The body of a message with these words.</summary>
    public static JsonObject Text(string text) =>
        new() { ["content"] = new JsonObject { ["type"] = "text", ["text"] = text } };

    /// <summary>Opens the live feed, and waits for its greeting: from now on nothing is missed.</summary>
    public async Task<ClientWebSocket> ListenAsync(CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        var feed = new UriBuilder(new Uri(address, "/api/v1/communications/ws/me")) { Scheme = "ws" };
        await socket.ConnectAsync(feed.Uri, cancellationToken);
        await ReadFrameAsync(socket, cancellationToken);
        return socket;
    }

    /// <summary>The next message, new or changed, that is as wanted.</summary>
    public static async Task<JsonNode> WaitForMessageAsync(
        ClientWebSocket socket, Func<JsonNode, bool> wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var frame = await ReadFrameAsync(socket, cancellationToken);
            if ((string?)frame["type"] is "message.created" or "message.updated" && wanted(frame["data"]!))
            {
                return frame["data"]!;
            }
        }
    }

    private static async Task<JsonNode> ReadFrameAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(frame.ToArray())!;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new DemoFailedException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath} "
                    + $"answered {(int)response.StatusCode}: {text}");
            }

            return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? throw new JsonException("The answer was null.");
        }
    }
}

/// <summary>A step of the demo did not come out as it should. The message says which and how.</summary>
internal sealed class DemoFailedException(string message) : Exception(message)
{
    public static void Unless(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DemoFailedException(otherwise);
        }
    }
}

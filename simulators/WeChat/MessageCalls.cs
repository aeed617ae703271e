using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WeChat;

/// <summary>Messages to followers, and typing.</summary>
internal static class MessageCalls
{
    private const int MaxTextBytes = 2048;
    private static long _lastTemplate = 3_561_000_000_000_000_000;

    public static Task<JsonNode?> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var follower = ReadFollower(call);
        var message = Read(call);
        follower.Allowance.Use();
        follower.Receive(message);
        return Task.FromResult<JsonNode?>(Api.Done());
    }

    public static Task<JsonNode?> TypingAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var follower = ReadFollower(call);
        if (!follower.Allowance.IsOpen)
        {
            throw new RefusedCallException(45080, "no recent message");
        }

        follower.ShowTyping();
        return Task.FromResult<JsonNode?>(Api.Done());
    }

    public static Task<JsonNode?> SendTemplateAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var follower = ReadFollower(call);
        if (!call.Account.Templates.ContainsKey((string?)call.Json["template_id"] ?? ""))
        {
            throw new RefusedCallException(40037, "invalid template_id");
        }

        var id = Interlocked.Increment(ref _lastTemplate);
        follower.Receive(new ReceivedMessage
        {
            Type = "template",
            Text = (string?)call.Json["template_id"],
            Json = call.Json,
            TemplateMessageId = id,
        });
        var answer = Api.Done();
        answer["msgid"] = id;
        return Task.FromResult<JsonNode?>(answer);
    }

    public static Task<JsonNode?> ListTemplatesAsync(ApiCall call, CancellationToken cancellationToken) => Task.FromResult<JsonNode?>(
        new JsonObject
        {
            ["template_list"] = new JsonArray([.. call.Account.Templates.Select(template => (JsonNode)new JsonObject
            {
                ["template_id"] = template.Key,
                ["title"] = template.Key,
                ["content"] = template.Value,
            })]),
        });

    private static Follower ReadFollower(ApiCall call)
    {
        if (call.Body.Contains("\\u", StringComparison.Ordinal))
        {
            throw new RefusedCallException(40033, "invalid charset. please check your request, if include \\uxxxx will create fail!");
        }

        var follower = call.Account.FindFollower((string?)call.Json["touser"]) ?? throw new RefusedCallException(40003, "invalid openid");
        return follower.IsFollowing ? follower : throw new RefusedCallException(43004, "require subscribe");
    }

    private static ReceivedMessage Read(ApiCall call)
    {
        var type = (string?)call.Json["msgtype"] ?? throw new RefusedCallException(40008, "invalid message type");
        var body = call.Json[type] as JsonObject ?? throw new RefusedCallException(40008, "invalid message type");
        return type switch
        {
            "text" => new ReceivedMessage { Type = type, Text = ReadText(body), Json = call.Json },
            "msgmenu" => new ReceivedMessage
            {
                Type = type,
                Text = (string?)body["head_content"],
                Lines = [.. body["list"]!.AsArray().Select(line => new MenuLine((string)line!["id"]!, (string)line["content"]!))],
                Json = call.Json,
            },
            "news" => ReadNews(body, call.Json),
            "image" or "voice" or "video" => new ReceivedMessage { Type = type, MediaId = ReadMedia(call, body), Json = call.Json },
            _ => throw new RefusedCallException(40008, "invalid message type"),
        };
    }

    private static ReceivedMessage ReadNews(JsonObject body, JsonObject json) => body["articles"] is JsonArray { Count: 1 } articles
        ? new ReceivedMessage { Type = "news", Text = (string?)articles[0]!["title"], Json = json }
        : throw new RefusedCallException(45008, "article size out of limit");

    private static string ReadText(JsonObject body) => (string?)body["content"] switch
    {
        null or "" => throw new RefusedCallException(44004, "empty content"),
        var text when Encoding.UTF8.GetByteCount(text) > MaxTextBytes => throw new RefusedCallException(
            45002, string.Create(CultureInfo.InvariantCulture, $"content size out of limit {MaxTextBytes}")),
        var text => text,
    };

    private static string ReadMedia(ApiCall call, JsonObject body)
    {
        var id = (string?)body["media_id"];
        return call.Account.Media.Find(id) is null ? throw new RefusedCallException(40007, "invalid media_id") : id!;
    }
}

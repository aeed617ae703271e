using System.Text.Json.Nodes;
using Rozmova.Line.Tests.Simulator;

namespace Rozmova.Line.Tests;

/// <summary>A friend of an official account.</summary>
internal sealed class LineCustomer(SimulatedAccount account, string id) : CustomerUnderTest
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler());

    private string? _newest;

    public override IReadOnlyList<Received> Received => [.. account.Messages.Select(ToReceived)];

    public static JsonObject Text(string text) => Message(new JsonObject { ["type"] = "text", ["text"] = text });

    public override async Task PlayAsync(Act act)
    {
        await Eventually.Is("the webhook is registered", () => account.Webhook is not null, CancellationToken.None);
        var (type, content) = EventOf(act);
        _newest = (string?)content["message"]?["id"] ?? _newest;
        await account.PostAsync(SimulatedAccount.Envelope(account.Event(type, id, content)));
    }

    private (string Type, JsonObject Content) EventOf(Act act) => act switch
    {
        Act.Write write => ("message", Text(write.Text)),
        Act.Reply reply => ("message", ReplyTo((string)account.Messages[^1]["id"]!, reply.Text)),
        Act.Send send => ("message", FileOf(send)),
        Act.SendLocation place => ("message", Message(new JsonObject
        {
            ["type"] = "location",
            ["title"] = "Here",
            ["latitude"] = place.Latitude,
            ["longitude"] = place.Longitude,
        })),
        Act.SendUnknown => ("message", Message(new JsonObject { ["type"] = "hologram" })),
        Act.Press press => ("postback", new JsonObject { ["postback"] = new JsonObject { ["data"] = press.Key } }),
        Act.Delete => ("unsend", new JsonObject { ["unsend"] = new JsonObject { ["messageId"] = _newest } }),
        Act.Block => ("unfollow", []),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on LINE."),
    };

    private JsonObject FileOf(Act.Send send)
    {
        var content = Message(new JsonObject
        {
            ["type"] = send.Type,
            ["fileName"] = send.Type == "file" ? send.File.Name : null,
            ["fileSize"] = send.Type == "file" ? send.File.Content.Length : null,
        });
        account.Files[(string)content["message"]!["id"]!] = send.File;
        return content;
    }

    private static JsonObject ReplyTo(string quoted, string text)
    {
        var content = Text(text);
        content["message"]!["quotedMessageId"] = quoted;
        return content;
    }

    private static JsonObject Message(JsonObject message)
    {
        message["id"] = SimulatedAccount.NextId();
        return new JsonObject { ["message"] = message };
    }

    private static Received ToReceived(JsonNode message) => new((string)message["type"]!)
    {
        Text = (string?)message["text"] ?? "",
        Open = (string?)message["originalContentUrl"] is { } url ? () => Http.GetByteArrayAsync(url) : null,
        Latitude = (double?)message["latitude"],
        Longitude = (double?)message["longitude"],
        Buttons = [.. (message["quickReply"]?["items"]?.AsArray() ?? []).Select(item => (string)item!["action"]!["label"]!)],
    };
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rozmova.Conformance.Tests.Custom;

/// <summary>A customer of somebody's own system.</summary>
internal sealed class CustomCustomer(CustomAccount account, string name) : CustomerUnderTest
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler());

    private readonly ConcurrentDictionary<string, string> _written = [];
    private string? _newest;

    public override IReadOnlyList<Received> Received => [.. Messages.Select(ToReceived)];

    public override string? Reaction => (string?)account.Taken.LastOrDefault(told => (string?)told["type"] == "reaction")?["emoji"];

    private IEnumerable<JsonNode> Messages => account.Taken.Where(told => told["type"] is null);

    public override async Task PlayAsync(Act act)
    {
        var id = Guid.CreateVersion7().ToString();
        var body = EventOf(act) ?? new JsonObject
        {
            ["content"] = JsonSerializer.SerializeToNode(ContentOf(act)),
            ["replyTo"] = act is Act.Reply ? (string?)Messages.Last()["id"] : null,
        };
        body["id"] = id;
        body["from"] = new JsonObject { ["id"] = $"person-{name}", ["name"] = name };
        body["sentAt"] = account.Now.ToString("O");
        if (body["type"] is null)
        {
            _newest = id;
            _written[id] = (string?)body["content"]!["text"] ?? "";
        }

        using var request = account.Sign(JsonSerializer.SerializeToUtf8Bytes(body)).ToMessage(account.Webhook);
        using var answer = await Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private JsonObject? EventOf(Act act) => act switch
    {
        Act.Edit edit => new()
        {
            ["type"] = "edit", ["message"] = _newest, ["content"] = new JsonObject { ["type"] = "text", ["text"] = edit.Text },
        },
        Act.Delete => new() { ["type"] = "delete", ["message"] = _newest },
        Act.React react => new() { ["type"] = "reaction", ["message"] = (string?)Messages.Last()["id"], ["emoji"] = react.Emoji },
        Act.Report report => new() { ["type"] = report.Name, ["message"] = (string?)Messages.Last()["id"] },
        _ => null,
    };

    private object ContentOf(Act act) => act switch
    {
        Act.Write write => new { type = "text", text = write.Text },
        Act.Reply reply => new { type = "text", text = reply.Text },
        Act.Send send => new { type = send.Type, url = account.Receiver.Serve(send.File), mimeType = send.File.MimeType, fileName = send.File.Name },
        Act.SendLocation place => new { type = "location", latitude = place.Latitude, longitude = place.Longitude },
        Act.SendContact card => new { type = "contact", name = card.Person, phone = card.Phone },
        Act.Press press => new { type = "menu", text = press.Label, key = press.Key },
        Act.SendUnknown => new { type = "hologram", depth = 3 },
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.Name, "Not on a custom channel."),
    };

    private Received ToReceived(JsonNode message)
    {
        var content = message["content"]!;
        return new Received((string)content["type"]!)
        {
            Text = (string?)(content["text"] ?? content["name"]) ?? "",
            Open = (string?)content["url"] is { } url ? () => Http.GetByteArrayAsync(url) : null,
            Latitude = (double?)content["latitude"],
            Longitude = (double?)content["longitude"],
            Phone = (string?)content["phone"],
            Buttons = [.. (content["buttons"]?.AsArray() ?? []).Select(button => (string)button!["text"]!)],
            Answers = (string?)message["replyTo"] is { } answered ? _written.GetValueOrDefault(answered) : null,
        };
    }
}

using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Meta;

/// <summary>One message of a thread. <see cref="Json"/> is the <c>message</c> as the API spells it.</summary>
public sealed record MetaMessage(string Mid, bool FromAccount, DateTimeOffset At, JsonObject Json)
{
    public string Text => (string?)Json["text"] ?? (string?)Template?["text"] ?? (string?)Template?["elements"]?[0]?["title"] ?? "";

    /// <summary>What an account's message was sent as: <c>RESPONSE</c>, <c>MESSAGE_TAG</c> or <c>UTILITY</c>.</summary>
    public string? MessagingType { get; init; }

    public string? Tag { get; init; }

    /// <summary>The message it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The file that came with it, or that Meta fetched.</summary>
    public SimulatedFile? File { get; init; }

    public string? AttachmentType => (string?)Json["attachment"]?["type"];

    public JsonNode? Template => AttachmentType == "template" ? Json["attachment"]!["payload"] : null;

    /// <summary>Labels of buttons and quick replies, with what pressing them sends.</summary>
    public IReadOnlyList<MetaButton> Buttons =>
    [
        .. Items(Json["quick_replies"]).Select(item => Button(item, isQuickReply: true)),
        .. Items(Template?["buttons"]).Concat(Items(Template?["elements"]).SelectMany(card => Items(card["buttons"])))
            .Select(item => Button(item, isQuickReply: false)),
    ];

    private static MetaButton Button(JsonNode item, bool isQuickReply) =>
        new((string?)item["title"] ?? "", (string?)item["payload"], isQuickReply);

    private static IEnumerable<JsonNode> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();
}

/// <summary>Something a customer can press.</summary>
public sealed record MetaButton(string Title, string? Payload, bool IsQuickReply);

using System.Text.Json.Nodes;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>
/// One message of the business as it reached the customer: the body that was posted, and what the app makes of it.
/// </summary>
public sealed record BusinessMessage(string Id, JsonObject Json)
{
    public string Type => (string)Json["type"]!;

    /// <summary>
    /// The words in it: a text, a caption, what stands above buttons, or a template's name with its parameters.
    /// </summary>
    public string Text => Type switch
    {
        "text" => (string?)Json["text"]!["body"],
        "interactive" => (string?)Json["interactive"]!["body"]!["text"],
        "template" => string.Join(' ', Parameters.Prepend((string)Json["template"]!["name"]!)),
        "contacts" => (string?)Json["contacts"]![0]!["name"]!["formatted_name"],
        "location" => (string?)Json["location"]!["name"],
        _ => (string?)Json[Type]!["caption"],
    } ?? "";

    /// <summary>The message it answers.</summary>
    public string? ReplyTo => (string?)Json["context"]?["message_id"];

    /// <summary>Of a reaction, the message it is at.</summary>
    public string? ReactsTo => (string?)Json["reaction"]?["message_id"];

    /// <summary>Of a reaction, what it shows; null where it takes one back.</summary>
    public string? Emoji => (string?)Json["reaction"]?["emoji"] is { Length: > 0 } emoji ? emoji : null;

    /// <summary>The choices under it, by id and label.</summary>
    public IReadOnlyList<(string Id, string Title)> Choices
    {
        get
        {
            var action = Json["interactive"]?["action"];
            var buttons = (action?["buttons"]?.AsArray() ?? []).Select(button => button!["reply"]!);
            var rows = (action?["sections"]?.AsArray() ?? []).SelectMany(section => section!["rows"]!.AsArray()).Select(row => row!);
            return [.. buttons.Concat(rows).Select(choice => ((string)choice["id"]!, (string)choice["title"]!))];
        }
    }

    /// <summary>What programs put beside it for themselves; statuses bring it back.</summary>
    internal string? CallbackData => (string?)Json["biz_opaque_callback_data"];

    private IEnumerable<string> Parameters => (Json["template"]!["components"]?.AsArray() ?? [])
        .SelectMany(component => component!["parameters"]!.AsArray())
        .Select(parameter => (string?)parameter!["text"] ?? "");
}

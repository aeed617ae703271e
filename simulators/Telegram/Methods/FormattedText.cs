using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Simulators.Telegram.Formatting;

namespace Rozmova.Simulators.Telegram.Methods;

/// <summary>A text or a caption as its message will carry it.</summary>
internal sealed record FormattedText(string Text, JsonArray Entities)
{
    private const int LongestText = 4096;
    private const int LongestCaption = 1024;
    private const int LongestRawText = 32_768;

    public static FormattedText ReadText(CallParameters parameters)
    {
        var raw = parameters.Text("text") ?? "";
        if (Encoding.UTF8.GetByteCount(raw) > LongestRawText)
        {
            throw RefusedCallException.BadRequest("text is too long");
        }

        var formatted = Read(raw, parameters.Text("parse_mode"), parameters.Structure("entities"));
        if (string.IsNullOrWhiteSpace(formatted.Text))
        {
            throw RefusedCallException.BadRequest("message text is empty");
        }

        return formatted.Text.Length > LongestText ? throw RefusedCallException.BadRequest("message is too long") : formatted;
    }

    public static FormattedText ReadCaption(string? raw, string? parseMode, JsonNode? entities)
    {
        var formatted = Read(raw ?? "", parseMode, entities);
        return formatted.Text.Length > LongestCaption
            ? throw RefusedCallException.BadRequest("message caption is too long")
            : formatted;
    }

    public static FormattedText ReadCaption(CallParameters parameters) =>
        ReadCaption(parameters.Text("caption"), parameters.Text("parse_mode"), parameters.Structure("caption_entities"));

    /// <summary>Writes both members, or none when there is no text.</summary>
    public void AddTo(JsonObject message, string member)
    {
        var entities = member == "text" ? "entities" : $"{member}_entities";
        message.Remove(member);
        message.Remove(entities);
        if (Text.Length > 0)
        {
            message[member] = Text;
        }

        if (Entities.Count > 0)
        {
            message[entities] = Entities.DeepClone();
        }
    }

    private static FormattedText Read(string raw, string? parseMode, JsonNode? entities) => parseMode?.ToUpperInvariant() switch
    {
        null or "" => new FormattedText(raw, entities?.DeepClone() as JsonArray ?? []),
        "HTML" => HtmlMarkup.Parse(raw),
        "MARKDOWN" or "MARKDOWNV2" => throw RefusedCallException.BadRequest("can't parse entities: only HTML is simulated"),
        _ => throw RefusedCallException.BadRequest("unsupported parse_mode"),
    };
}

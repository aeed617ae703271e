using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rozmova.Simulators.Meta;

/// <summary>A text of a page that Meta has approved; places such as <c>{{1}}</c> are filled by the sender.</summary>
public sealed partial record PageTemplate(string Name, string Language, string Body)
{
    public string? Header { get; init; }

    /// <summary>Buttons: <c>POSTBACK</c> or <c>URL</c>, a label, and the payload or address, which may have a place.</summary>
    public IReadOnlyList<(string Type, string Text, string Target)> Buttons { get; init; } = [];

    /// <summary>What the customer reads, once filled; null when the sender's parameters do not fit.</summary>
    internal string? Fill(JsonArray components)
    {
        var header = Fill(Header ?? "", TextsOf(components, "header"));
        var body = Fill(Body, TextsOf(components, "body"));
        var buttons = components.FirstOrDefault(part => (string?)part!["type"] == "buttons")?["parameters"]?.AsArray().Count ?? 0;
        return header is null || body is null || buttons != Buttons.Count(button => Place().IsMatch(button.Target))
            ? null
            : $"{header}\n{body}".Trim();
    }

    internal JsonObject ToJson()
    {
        var components = new JsonArray();
        if (Header is not null)
        {
            components.Add(new JsonObject { ["type"] = "HEADER", ["format"] = "TEXT", ["text"] = Header });
        }

        components.Add(new JsonObject { ["type"] = "BODY", ["text"] = Body });
        if (Buttons.Count > 0)
        {
            var buttons = Buttons.Select(button => new JsonObject
            {
                ["type"] = button.Type,
                ["text"] = button.Text,
                [button.Type == "URL" ? "url" : "payload"] = button.Target,
            });
            components.Add(new JsonObject { ["type"] = "BUTTONS", ["buttons"] = new JsonArray([.. buttons]) });
        }

        return new JsonObject
        {
            ["name"] = Name,
            ["components"] = components,
            ["language"] = Language,
            ["status"] = "APPROVED",
            ["category"] = "UTILITY",
            ["id"] = $"{Name}-{Language}",
        };
    }

    private static string[] TextsOf(JsonArray components, string type) =>
    [
        .. components.Where(part => (string?)part!["type"] == type)
            .SelectMany(part => part!["parameters"]!.AsArray()).Select(parameter => (string)parameter!["text"]!),
    ];

    private static string? Fill(string text, string[] values) =>
        Place().Matches(text).DistinctBy(place => place.Value).Count() == values.Length
            ? values.Index().Aggregate(text, (filled, value) => filled.Replace($"{{{{{value.Index + 1}}}}}", value.Item, StringComparison.Ordinal))
            : null;

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Place();
}

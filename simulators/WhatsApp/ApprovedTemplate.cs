using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>A text that may be sent to anybody at any time; places such as <c>{{1}}</c> in its body are filled by the sender.</summary>
public sealed partial record ApprovedTemplate(string Name, string Language, string Body)
{
    /// <summary>What it is for: <c>UTILITY</c>, <c>MARKETING</c> or <c>AUTHENTICATION</c>.</summary>
    public string Category { get; init; } = "UTILITY";

    public string? Header { get; init; }

    /// <summary><c>TEXT</c>, or what a sender has to bring: <c>IMAGE</c>, <c>VIDEO</c>, <c>DOCUMENT</c>, <c>LOCATION</c>.</summary>
    public string HeaderFormat { get; init; } = "TEXT";

    /// <summary>Buttons: a type, a label, and of a <c>URL</c> its address, which may end in a place.</summary>
    public IReadOnlyList<(string Type, string Text, string? Url)> Buttons { get; init; } = [];

    public string? Footer { get; init; }

    /// <summary>Says what is wrong with what a sender brings to fill it; null for nothing.</summary>
    internal string? Objection(JsonArray components)
    {
        var expected = PlacesOf(Body) + (HeaderFormat == "TEXT" ? PlacesOf(Header) : 1) + Buttons.Count(button => PlacesOf(button.Url) > 0);
        var given = components.Where(component => (string?)component!["sub_type"] != "quick_reply")
            .Sum(component => component!["parameters"]!.AsArray().Count);
        if (given != expected)
        {
            return $"Number of parameters does not match: expected {expected}, given {given}.";
        }

        var header = components.FirstOrDefault(component => (string?)component!["type"] == "header")?["parameters"]![0];
        return HeaderFormat != "TEXT" && !HeaderFormat.Equals((string?)header?["type"], StringComparison.OrdinalIgnoreCase)
            ? $"Format mismatch, expected {HeaderFormat}."
            : components.Where(component => component!["sub_type"] is not null).Select(ObjectionToButton).FirstOrDefault(found => found is not null);
    }

    private string? ObjectionToButton(JsonNode? component)
    {
        var place = int.Parse((string)component!["index"]!, CultureInfo.InvariantCulture);
        return place < Buttons.Count && Buttons[place].Type.Equals((string?)component["sub_type"], StringComparison.OrdinalIgnoreCase)
            ? null
            : $"Button {place} is of another type.";
    }

    private static int PlacesOf(string? text) => Place().Matches(text ?? "").DistinctBy(place => place.Value).Count();

    internal JsonObject ToJson()
    {
        var components = new JsonArray();
        if (HeaderFormat != "TEXT")
        {
            components.Add(new JsonObject { ["type"] = "HEADER", ["format"] = HeaderFormat });
        }

        Add(components, "HEADER", Header);
        Add(components, "BODY", Body);
        Add(components, "FOOTER", Footer);
        if (Buttons.Count > 0)
        {
            var buttons = Buttons.Select(button => new JsonObject { ["type"] = button.Type, ["text"] = button.Text, ["url"] = button.Url });
            components.Add(new JsonObject { ["type"] = "BUTTONS", ["buttons"] = new JsonArray([.. buttons]) });
        }

        return new JsonObject
        {
            ["name"] = Name,
            ["language"] = Language,
            ["status"] = "APPROVED",
            ["category"] = Category,
            ["parameter_format"] = "POSITIONAL",
            ["components"] = components,
            ["id"] = $"{Name}-{Language}",
        };
    }

    private static void Add(JsonArray components, string type, string? text)
    {
        if (text is not null)
        {
            var component = new JsonObject { ["type"] = type, ["text"] = text };
            if (type == "HEADER")
            {
                component["format"] = "TEXT";
            }

            components.Add(component);
        }
    }

    [GeneratedRegex(@"\{\{\w+\}\}")]
    private static partial Regex Place();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>A text that may be sent to anybody at any time; places such as <c>{{1}}</c> in its body are filled by the sender.</summary>
public sealed partial record ApprovedTemplate(string Name, string Language, string Body)
{
    /// <summary>What it is for: <c>UTILITY</c>, <c>MARKETING</c> or <c>AUTHENTICATION</c>.</summary>
    public string Category { get; init; } = "UTILITY";

    public string? Header { get; init; }

    public string? Footer { get; init; }

    /// <summary>How many places there are to fill.</summary>
    public int Parameters => Place().Matches(Body).DistinctBy(place => place.Value).Count();

    internal JsonObject ToJson()
    {
        var components = new JsonArray();
        Add(components, "HEADER", Header);
        Add(components, "BODY", Body);
        Add(components, "FOOTER", Footer);
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

using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rozmova.Simulators.Telegram.Formatting;

/// <summary>One tag of the HTML subset, and the entity it stands for.</summary>
internal sealed partial record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly FrozenDictionary<string, string> Entities = new Dictionary<string, string>
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["span"] = "spoiler",
        ["tg-spoiler"] = "spoiler",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
    }.ToFrozenDictionary();

    public static HtmlTag Read(string inside, int byteOffset)
    {
        var parts = TagSyntax().Match(inside);
        var name = parts.Groups["name"].Value.ToLowerInvariant();
        if (!Entities.ContainsKey(name))
        {
            throw RefusedCallException.BadRequest(
                $"can't parse entities: Unsupported start tag \"{name}\" at byte offset {byteOffset}");
        }

        var attributes = AttributeSyntax().Matches(parts.Groups["rest"].Value)
            .DistinctBy(each => each.Groups["name"].Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                each => each.Groups["name"].Value.ToLowerInvariant(),
                each => WebUtility.HtmlDecode(each.Groups["value"].Value));
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw RefusedCallException.BadRequest(
                $"can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset {byteOffset}");
        }

        return new HtmlTag(name, attributes);
    }

    /// <summary>Null where the tag means nothing: a link without a usable address is plain text.</summary>
    public JsonObject? ToEntity(string content)
    {
        var entity = new JsonObject { ["type"] = Entities[Name] };
        switch (Name)
        {
            case "a":
                var address = Attributes.GetValueOrDefault("href") ?? content;
                if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
                {
                    return null;
                }

                entity["url"] = url.ToString();
                break;
            case "tg-emoji":
                entity["custom_emoji_id"] = Attributes.GetValueOrDefault("emoji-id");
                break;
            case "code" when Attributes.GetValueOrDefault("class")?.Split("language-") is ["", var language]:
                entity["language"] = language;
                break;
            case "blockquote" when Attributes.ContainsKey("expandable"):
                entity["type"] = "expandable_blockquote";
                break;
        }

        return entity;
    }

    [GeneratedRegex(@"^(?<name>[^\s>]*)(?<rest>.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TagSyntax();

    [GeneratedRegex(
        """(?<name>[\w-]+)(\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+)))?""",
        RegexOptions.CultureInvariant)]
    private static partial Regex AttributeSyntax();
}

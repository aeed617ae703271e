using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram.Phone;

/// <summary>Text and entities back to markup; only what is listed here ever becomes a tag.</summary>
internal static class FormattedMessage
{
    public static Html Render(string text, JsonArray? entities)
    {
        var outermostFirst = (entities ?? []).Select(Read).OrderBy(each => each.Start).ThenByDescending(each => each.End);
        return RenderRange(text, 0, text.Length, [.. outermostFirst]);
    }

    private static Html RenderRange(string text, int from, int to, ReadOnlySpan<Entity> entities)
    {
        var parts = new List<Html>();
        var at = from;
        for (var index = 0; index < entities.Length; index++)
        {
            var entity = entities[index];
            if (entity.Start < at || entity.End > to)
            {
                continue;
            }

            parts.Add(Html.Of($"{text[at..entity.Start]}"));
            parts.Add(Wrap(entity, RenderRange(text, entity.Start, entity.End, entities[(index + 1)..]), text));
            at = entity.End;
        }

        parts.Add(Html.Of($"{text[at..to]}"));
        return Html.Join(parts);
    }

    private static Html Wrap(Entity entity, Html inside, string text) => entity.Type switch
    {
        "bold" => Html.Of($"<b>{inside}</b>"),
        "italic" => Html.Of($"<i>{inside}</i>"),
        "underline" => Html.Of($"<u>{inside}</u>"),
        "strikethrough" => Html.Of($"<s>{inside}</s>"),
        "spoiler" => Html.Of($"<span class=\"spoiler\" tabindex=\"0\">{inside}</span>"),
        "code" => Html.Of($"<code>{inside}</code>"),
        "pre" => Html.Of($"<pre>{inside}</pre>"),
        "blockquote" or "expandable_blockquote" => Html.Of($"<blockquote>{inside}</blockquote>"),
        "bot_command" => Html.Of($"<span class=\"command\">{inside}</span>"),
        "text_link" => WebLink.Render(entity.Url, inside),
        "url" => WebLink.Render(text[entity.Start..entity.End], inside),
        _ => inside,
    };

    private static Entity Read(JsonNode? entity)
    {
        var start = (int)entity!["offset"]!;
        return new Entity((string)entity["type"]!, start, start + (int)entity["length"]!, (string?)entity["url"]);
    }

    private sealed record Entity(string Type, int Start, int End, string? Url);
}

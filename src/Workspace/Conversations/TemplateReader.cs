using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Reads a template of a request: its name, its parameters, what stands above its text, and what its buttons are given.</summary>
internal static class TemplateReader
{
    private const int MostButtons = 10;

    public static CommandResult<MessageContent> Read(ContentBody body)
    {
        if (string.IsNullOrWhiteSpace(body.Key))
        {
            return ContentReader.Invalid("key", "A template is named by its key.");
        }

        if (body.Parameters?.Contains(null!) == true)
        {
            return ContentReader.Invalid("parameters", "A parameter is a text.");
        }

        if (body.Buttons?.Count > MostButtons)
        {
            return ContentReader.Invalid("buttons", $"A template has at most {MostButtons} buttons.");
        }

        var header = ReadHeader(body);
        return header?.Refusal is { } mistake
            ? mistake
            : new MessageContent.Template(body.Key, body.Language, body.Parameters ?? [])
            {
                Header = header?.Value,
                ButtonInputs = [.. (body.Buttons ?? []).Select(button => new Button(button?.Text ?? "", button?.Key, button?.Url))],
            };
    }

    // Which kind of file it is, is known once the file is.
    private static CommandResult<MessageContent>? ReadHeader(ContentBody body)
    {
        var file = body.MediaId is not null || body.Url is not null;
        var place = body.Latitude is not null || body.Longitude is not null;
        var words = !string.IsNullOrWhiteSpace(body.Text);
        return (file, place, words) switch
        {
            (false, false, false) => null,
            (true, false, false) => ContentReader.ReadFile(body with { Buttons = null }, MediaKind.File),
            (false, true, false) => ContentReader.ReadLocation(body),
            (false, false, true) => new MessageContent.Text(body.Text!),
            _ => ContentReader.Invalid("type", "Above a template's text stands a file, a place or words: one of them."),
        };
    }
}

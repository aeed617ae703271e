using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Reads the content of a request. Says which field is wrong; what a platform can take is decided later.</summary>
internal static class ContentReader
{
    private const int LongestButton = 256;

    public static CommandResult<MessageContent> Read(ContentBody? body)
    {
        if (body is null)
        {
            return new Refusal.Invalid("content", "A message needs a content.");
        }

        return body.Type switch
        {
            "text" when string.IsNullOrWhiteSpace(body.Text) => Invalid("text", "A text message needs a text."),
            "text" => new MessageContent.Text(body.Text),
            "location" => ReadLocation(body),
            "contact" when string.IsNullOrWhiteSpace(body.Name) => Invalid("name", "A contact needs a name."),
            "contact" => new MessageContent.ContactCard(body.Name, body.Phone),
            "buttons" or "menu" => ReadButtons(body),
            "template" => TemplateReader.Read(body),
            null => Invalid("type", "A content needs a type."),
            _ when ContentMapping.ToMediaKind(body.Type) is { } kind => ReadFile(body, kind),
            _ => Invalid("type", "There is no such type of content to send."),
        };
    }

    public static CommandResult<MessageContent> ReadLocation(ContentBody body)
    {
        if (body.Latitude is not (>= -90 and <= 90))
        {
            return Invalid("latitude", "A location needs a latitude from -90 to 90.");
        }

        return body.Longitude is >= -180 and <= 180
            ? new MessageContent.Location(body.Latitude.Value, body.Longitude.Value, body.Name)
            : Invalid("longitude", "A location needs a longitude from -180 to 180.");
    }

    public static CommandResult<MessageContent> ReadFile(ContentBody body, MediaKind kind)
    {
        if (body.MediaId is null == body.Url is null)
        {
            return Invalid("mediaId", "A file needs a mediaId or a url, one of them.");
        }

        if (body.Url is not null && !IsWebAddress(body.Url))
        {
            return Invalid("url", "This is not an absolute http or https address.");
        }

        var file = new Attachment { Id = body.MediaId, RemoteKey = body.Url, FileName = body.FileName };
        return body.Buttons switch
        {
            null or [] => new MessageContent.Media(kind, file, body.Text),
            [{ Text: { Length: > 0 } label, Url: { } url }] when kind == MediaKind.Image && body.Type == "image" && IsWebAddress(url) =>
                new MessageContent.Media(kind, file, body.Text) { Link = new Button(label, Url: url) },
            _ => Invalid("buttons", "A picture can have one button, with a text and a web address to open; other files have none."),
        };
    }

    private static CommandResult<MessageContent> ReadButtons(ContentBody body)
    {
        if (string.IsNullOrWhiteSpace(body.Text))
        {
            return Invalid("text", "Buttons stand under a text.");
        }

        var buttons = body.Buttons ?? [];
        for (var place = 0; place < buttons.Count; place++)
        {
            if (Mistake(buttons[place], body.Type!) is { } mistake)
            {
                return Invalid($"buttons[{place}].{mistake.Field}", mistake.Detail);
            }
        }

        List<Button> items = [.. buttons.Select(button => new Button(button.Text!, button.Key, button.Url, button.Request))];
        if (body.Type == "menu")
        {
            return new MessageContent.Menu(body.Text, null, items);
        }

        return items.Count > 0 ? new MessageContent.Buttons(body.Text, items) : Invalid("buttons", "There are no buttons.");
    }

    private static (string Field, string Detail)? Mistake(ButtonBody? button, string type) => button switch
    {
        null => ("text", "There is no button."),
        { Text: not { Length: > 0 and <= LongestButton } } => ("text", $"A button needs a text of 1 to {LongestButton} characters."),
        { Url: { } url } when !IsWebAddress(url) => ("url", "This is not an absolute http or https address."),
        { Request: not (null or "phone" or "location") } => ("request", "A button can request phone or location."),
        { Key: null or "", Url: null, Request: null } when type == "buttons" => ("key", "A button needs a key or a url."),
        _ => null,
    };

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    public static Refusal.Invalid Invalid(string field, string detail) => new($"content.{field}", detail);
}

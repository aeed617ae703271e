using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>From content as cases (inside) to content as one flat object (API, live feed).</summary>
public static class ContentMapping
{
    private const string Text = "text";
    private const string Location = "location";
    private const string Contact = "contact";
    private const string Buttons = "buttons";
    private const string Menu = "menu";
    private const string Template = "template";
    private const string Unsupported = "unsupported";

    /// <summary>The content type as the API names it.</summary>
    public static string TypeName(this MessageContent content) => content switch
    {
        MessageContent.Text or MessageContent.Event => Text,
        MessageContent.Media media => TypeName(media.Kind),
        MessageContent.Location => Location,
        MessageContent.ContactCard => Contact,
        MessageContent.Buttons => Buttons,
        MessageContent.Menu => Menu,
        MessageContent.Template => Template,
        MessageContent.Unsupported => Unsupported,
        MessageContent.Withheld withheld => withheld.Type,
        _ => throw new InvalidOperationException($"No type name for {content.GetType().Name}."),
    };

    /// <summary>A kind of file as the API names it.</summary>
    public static string TypeName(this MediaKind kind) => kind switch
    {
        MediaKind.Image => "image",
        MediaKind.Audio => "audio",
        MediaKind.Voice => "voice",
        MediaKind.Video => "video",
        MediaKind.File => "file",
        MediaKind.Sticker => "sticker",
        _ => throw new InvalidOperationException($"No type name for media kind {kind}."),
    };

    /// <summary>The words in it: text, caption or label. What search looks through.</summary>
    public static string? Words(this MessageContent content) => content switch
    {
        MessageContent.Text text => text.Body,
        MessageContent.Media media => media.Caption,
        MessageContent.Buttons buttons => buttons.Body,
        MessageContent.Menu menu => menu.Body,
        MessageContent.Template { Header: MessageContent.Text header } => header.Body,
        MessageContent.Event happened => happened.Body,
        _ => null,
    };

    /// <summary>The kind of file a type names; null for types that are no file.</summary>
    public static MediaKind? ToMediaKind(string? type) => type switch
    {
        "image" => MediaKind.Image,
        "audio" => MediaKind.Audio,
        "voice" => MediaKind.Voice,
        "video" => MediaKind.Video,
        "file" => MediaKind.File,
        "sticker" => MediaKind.Sticker,
        _ => null,
    };

    /// <summary>The flat shape.</summary>
    public static ContentBody ToBody(this MessageContent content)
    {
        var body = new ContentBody { Type = content.TypeName(), Text = content.Words() };
        return content switch
        {
            MessageContent.Text { Choices: { Count: > 0 } choices } => body with { Buttons = ToBodies(choices) },
            MessageContent.Media { File: var file, Link: var link } => body.With(file) with { Buttons = link is null ? null : ToBodies([link]) },
            MessageContent.Location place => body.With(place),
            MessageContent.ContactCard card => body with { Name = card.Name, Phone = card.Phone },
            MessageContent.Buttons buttons => body with { Buttons = ToBodies(buttons.Items) },
            MessageContent.Menu menu => body with { Key = menu.Key, Buttons = menu.Items.Count == 0 ? null : ToBodies(menu.Items) },
            MessageContent.Template template => ToBody(template, body),
            MessageContent.Unsupported unsupported => body with { Key = unsupported.Kind },
            MessageContent.Event happened => body with { Key = happened.Key },
            MessageContent.Withheld => body with { Withheld = true },
            _ => body,
        };
    }

    private static ContentBody ToBody(MessageContent.Template template, ContentBody body)
    {
        var named = body with
        {
            Key = template.Key,
            Language = template.Language,
            Parameters = template.Parameters,
            Buttons = template.ButtonInputs.Count == 0 ? null : ToBodies(template.ButtonInputs),
        };
        return template.Header switch
        {
            MessageContent.Media header => named.With(header.File),
            MessageContent.Location header => named.With(header),
            _ => named,
        };
    }

    private static ContentBody With(this ContentBody body, Attachment file) => body with
    {
        MediaId = file.Id,
        Url = file is { Id: { } id, State: MediaState.Ready } ? $"/api/v1/media/{id}" : null,
        Media = file.State,
        MimeType = file.MimeType,
        FileName = file.FileName,
        Size = file.Size,
    };

    private static ContentBody With(this ContentBody body, MessageContent.Location place) =>
        body with { Latitude = place.Latitude, Longitude = place.Longitude, Name = place.Name };

    /// <summary>The kind of file that stands above a template's text: pictures and films as such, the rest as files.</summary>
    public static MediaKind ToHeaderKind(string? mimeType) => mimeType switch
    {
        not null when mimeType.StartsWith("image/", StringComparison.Ordinal) => MediaKind.Image,
        not null when mimeType.StartsWith("video/", StringComparison.Ordinal) => MediaKind.Video,
        _ => MediaKind.File,
    };

    private static List<ButtonBody> ToBodies(IReadOnlyList<Button> buttons) =>
        [.. buttons.Select(button => new ButtonBody(button.Text, button.Key, button.Url, button.Request))];
}

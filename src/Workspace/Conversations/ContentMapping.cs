using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Between content as cases (inside) and content as one flat object (API, live feed, stored details).</summary>
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
        MessageContent.Text => Text,
        MessageContent.Media media => TypeName(media.Kind),
        MessageContent.Location => Location,
        MessageContent.ContactCard => Contact,
        MessageContent.Buttons => Buttons,
        MessageContent.Menu => Menu,
        MessageContent.Template => Template,
        MessageContent.Unsupported => Unsupported,
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
            MessageContent.Media { File: var file } => body with
            {
                MediaId = file.Id,
                Url = file is { Id: { } id, State: MediaState.Ready } ? $"/api/v1/media/{id}" : null,
                Media = file.State,
                MimeType = file.MimeType,
                FileName = file.FileName,
                Size = file.Size,
                RemoteKey = file.RemoteKey,
            },
            MessageContent.Location place => body with { Latitude = place.Latitude, Longitude = place.Longitude, Name = place.Name },
            MessageContent.ContactCard card => body with { Name = card.Name, Phone = card.Phone },
            MessageContent.Buttons buttons => body with { Buttons = ToBodies(buttons.Items) },
            MessageContent.Menu menu => body with { Key = menu.Key, Buttons = menu.Items.Count == 0 ? null : ToBodies(menu.Items) },
            MessageContent.Template template => body with
            {
                Key = template.Key,
                Language = template.Language,
                Parameters = template.Parameters,
            },
            MessageContent.Unsupported unsupported => body with { Key = unsupported.Kind },
            _ => body,
        };
    }

    /// <summary>Back from the flat shape that <see cref="ToBody"/> made. Requests are validated before they come here.</summary>
    public static MessageContent ToContent(this ContentBody body) => body.Type switch
    {
        Text => new MessageContent.Text(body.Text ?? ""),
        Location => new MessageContent.Location(body.Latitude ?? 0, body.Longitude ?? 0, body.Name),
        Contact => new MessageContent.ContactCard(body.Name ?? "", body.Phone),
        Buttons => new MessageContent.Buttons(body.Text ?? "", ToButtons(body.Buttons)),
        Menu => new MessageContent.Menu(body.Text ?? "", body.Key, ToButtons(body.Buttons)),
        Template => new MessageContent.Template(body.Key ?? "", body.Language, body.Parameters ?? []),
        _ when ToMediaKind(body.Type) is { } kind => new MessageContent.Media(kind, ToAttachment(body), body.Text),
        _ => new MessageContent.Unsupported(body.Key ?? body.Type ?? Unsupported),
    };

    private static Attachment ToAttachment(ContentBody body) => new()
    {
        Id = body.MediaId,
        RemoteKey = body.RemoteKey,
        State = body.Media ?? MediaState.Pending,
        MimeType = body.MimeType,
        FileName = body.FileName,
        Size = body.Size,
    };

    private static List<ButtonBody> ToBodies(IReadOnlyList<Button> buttons) =>
        [.. buttons.Select(button => new ButtonBody(button.Text, button.Key, button.Url, button.Request))];

    private static List<Button> ToButtons(IReadOnlyList<ButtonBody>? buttons) =>
        [.. (buttons ?? []).Select(button => new Button(button.Text ?? "", button.Key, button.Url, button.Request))];
}

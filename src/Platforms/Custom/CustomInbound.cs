using System.Text.Json;
using System.Text.Unicode;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Custom;

/// <summary>Reads what this platform is told: a message, or what became of one (<see cref="CustomEvents"/>).</summary>
internal static class CustomInbound
{
    /// <summary>Longest id, theirs of a message or a person: ids become keys, and databases limit those.</summary>
    public const int MaxIdLength = 255;

    public static InboundEvent Read(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new UnreadableWebhookException("The body is not UTF-8.");
        }

        try
        {
            var payload = JsonSerializer.Deserialize(body, CustomJson.Default.InboundPayload) ?? throw Missing("id");
            return CustomEvents.Read(payload) ?? ToMessage(payload);
        }
        catch (JsonException malformed)
        {
            // Not passed on as the inner exception: its text may quote the content. The path does not.
            throw new UnreadableWebhookException($"The body is not the JSON of a message: look at {malformed.Path ?? "$"}.");
        }
    }

    private static InboundEvent.MessageReceived ToMessage(InboundPayload payload) => new()
    {
        Id = new PlatformMessageId(RequiredId(payload.Id, "id")),
        Chat = RequiredId(payload.From?.Id, "from.id"),
        From = new Profile { Name = payload.From?.Name },
        SentAt = payload.SentAt,
        Content = IsOfUnknownType(payload) ? new MessageContent.Unsupported(payload.Type!) : ToContent(payload.Content),
        ReplyTo = payload.ReplyTo is null ? null : new PlatformMessageId(RequiredId(payload.ReplyTo, "replyTo")),
    };

    /// <summary>Something without a content whose type a later version may know.</summary>
    private static bool IsOfUnknownType(InboundPayload payload) =>
        payload is { Type.Length: > 0, Content.ValueKind: JsonValueKind.Undefined or JsonValueKind.Null };

    public static MessageContent ToContent(JsonElement content) => TypeOf(content) switch
    {
        ContentTypes.Text => new MessageContent.Text(RequiredText(FieldsOf(content))),
        ContentTypes.Image => ToMedia(MediaKind.Image, FieldsOf(content)),
        ContentTypes.Audio => ToMedia(MediaKind.Audio, FieldsOf(content)),
        ContentTypes.Voice => ToMedia(MediaKind.Voice, FieldsOf(content)),
        ContentTypes.Video => ToMedia(MediaKind.Video, FieldsOf(content)),
        ContentTypes.File => ToMedia(MediaKind.File, FieldsOf(content)),
        ContentTypes.Sticker => ToMedia(MediaKind.Sticker, FieldsOf(content)),
        ContentTypes.Location => ToLocation(FieldsOf(content)),
        ContentTypes.Contact => ToCard(FieldsOf(content)),
        ContentTypes.Buttons => ToButtons(FieldsOf(content)),
        ContentTypes.Menu => ToPress(FieldsOf(content)),
        var unknown => new MessageContent.Unsupported(unknown),
    };

    // Read before the fields, whose shapes nothing is known of while the type is unknown.
    private static string TypeOf(JsonElement content) =>
        content.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? throw Missing("content")
            : content.Deserialize(CustomJson.Default.TypedPayload)!.Type is { Length: > 0 } type ? type
            : throw Missing("content.type");

    private static ContentPayload FieldsOf(JsonElement content) => content.Deserialize(CustomJson.Default.ContentPayload)!;

    private static MessageContent.Media ToMedia(MediaKind kind, ContentPayload content) => new(
        kind,
        new Attachment
        {
            RemoteKey = content.Url ?? throw Missing("content.url"),
            MimeType = content.MimeType,
            FileName = content.FileName,
            Size = content.Size,
        },
        content.Text);

    private static MessageContent.Location ToLocation(ContentPayload content)
    {
        var latitude = content.Latitude ?? throw Missing("content.latitude");
        var longitude = content.Longitude ?? throw Missing("content.longitude");
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new MessageContent.Location(latitude, longitude, content.Name)
            : throw new UnreadableWebhookException("The location is not on the map.");
    }

    private static MessageContent.ContactCard ToCard(ContentPayload content) =>
        new(content.Name ?? content.Phone ?? throw Missing("content.name"), content.Phone);

    private static MessageContent.Buttons ToButtons(ContentPayload content) => new(
        RequiredText(content),
        [.. (content.Buttons ?? []).Select(button =>
            new Button(button?.Text ?? throw Missing("content.buttons.text"), button.Key, button.Url, button.Request))]);

    private static MessageContent.Menu ToPress(ContentPayload content)
    {
        var key = content.Key ?? throw Missing("content.key");
        return new MessageContent.Menu(content.Text ?? key, key, []);
    }

    private static string RequiredText(ContentPayload content) => content.Text ?? throw Missing("content.text");

    public static string RequiredId(string? id, string field) => id switch
    {
        null or "" => throw Missing(field),
        { Length: > MaxIdLength } => throw new UnreadableWebhookException($"'{field}' is longer than {MaxIdLength} characters."),
        _ => id,
    };

    public static UnreadableWebhookException Missing(string field) => new($"'{field}' is missing.");
}

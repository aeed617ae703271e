using Rozmova.Messaging;

namespace Rozmova.Platforms.Viber;

/// <summary>What a message says, by the kinds of the page "Receive message from user".</summary>
internal static class ViberContent
{
    public static MessageContent Read(Message message, bool silent) => message.Type switch
    {
        "text" => Words(message, message.Text ?? string.Empty, silent),
        "picture" => Media(MediaKind.Image, message, "image/jpeg", message.FileName),
        "video" => Media(MediaKind.Video, message, "video/mp4", message.FileName),
        "file" => Media(MediaKind.File, message, null, message.FileName),
        "sticker" => Media(MediaKind.Sticker, message, "image/png", ViberFiles.StickerName(message.StickerId)),
        "url" => new MessageContent.Text(Link(message)),
        "location" => Place(message.Location),
        "contact" => Card(message.Contact),
        var unknown => new MessageContent.Unsupported(string.IsNullOrEmpty(unknown) ? "empty" : unknown),
    };

    /// <summary>A press comes as a text: the words of a button we labelled, or silent, which typing never is.</summary>
    private static MessageContent Words(Message message, string text, bool silent) =>
        ViberLabels.Find(message.TrackingData, text) is { } label ? new MessageContent.Menu(label, text, [])
            : silent ? new MessageContent.Menu(text, text, [])
            : new MessageContent.Text(text);

    private static MessageContent.Media Media(MediaKind kind, Message message, string? mimeType, string? fileName) => new(
        kind,
        new Attachment
        {
            RemoteKey = message.Media,
            MimeType = ViberFiles.TypeOf(fileName) ?? mimeType,
            FileName = fileName,
            Size = message.Size ?? message.FileSize,
        },
        string.IsNullOrEmpty(message.Text) ? null : message.Text);

    /// <summary>The address, with the words around it where there are any.</summary>
    private static string Link(Message message) => message switch
    {
        { Media: not (null or "") and var address, Text: not (null or "") and var text } =>
            text.Contains(address, StringComparison.Ordinal) ? text : $"{text}\n{address}",
        _ => message.Media ?? message.Text ?? string.Empty,
    };

    private static MessageContent Place(Location? place) =>
        place is { Lat: >= -90 and <= 90 and var latitude, Lon: >= -180 and <= 180 and var longitude }
            ? new MessageContent.Location(latitude, longitude, string.IsNullOrEmpty(place.Address) ? null : place.Address)
            : new MessageContent.Unsupported("location");

    private static MessageContent Card(Contact? card)
    {
        var name = string.IsNullOrEmpty(card?.Name) ? card?.PhoneNumber : card.Name;
        return string.IsNullOrEmpty(name)
            ? new MessageContent.Unsupported("contact")
            : new MessageContent.ContactCard(name, card!.PhoneNumber);
    }
}

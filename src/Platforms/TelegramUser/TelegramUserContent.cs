using System.Collections.Frozen;
using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>What a message says: TDLib's <c>MessageContent</c> to ours. Pure.</summary>
internal static class TelegramUserContent
{
    /// <summary>Where each kind keeps its file, and what the file is when TDLib does not say.</summary>
    private static readonly FrozenDictionary<string, FilePlace> Files = new Dictionary<string, FilePlace>
    {
        ["messagePhoto"] = new(MediaKind.Image, "photo", "photo", "image/jpeg"),
        ["messageVoiceNote"] = new(MediaKind.Voice, "voice_note", "voice", "audio/ogg"),
        ["messageAudio"] = new(MediaKind.Audio, "audio", "audio", "audio/mpeg"),
        ["messageVideo"] = new(MediaKind.Video, "video", "video", "video/mp4"),
        ["messageVideoNote"] = new(MediaKind.Video, "video_note", "video", "video/mp4"),
        ["messageAnimation"] = new(MediaKind.Video, "animation", "animation", "video/mp4"),
        ["messageDocument"] = new(MediaKind.File, "document", "document", null),
        ["messageSticker"] = new(MediaKind.Sticker, "sticker", "sticker", "image/webp"),
    }.ToFrozenDictionary();

    /// <summary>Something Telegram says by itself, to nobody in particular; no reason for a conversation.</summary>
    public static bool IsAnnouncement(JsonElement content) => TypeOf(content) == "messageContactRegistered";

    public static MessageContent Read(JsonElement content, string remoteKey)
    {
        var type = TypeOf(content);
        return type switch
        {
            "messageText" => new MessageContent.Text(TextOf(content.GetProperty("text"))),
            "messageAnimatedEmoji" => new MessageContent.Text(content.GetProperty("emoji").GetString() ?? ""),
            "messageLocation" => Location(content.GetProperty("location"), null),
            "messageVenue" => Venue(content.GetProperty("venue")),
            "messageContact" => Card(content.GetProperty("contact")),
            _ when Files.TryGetValue(type, out var place) => Media(content, place, remoteKey),
            _ => new MessageContent.Unsupported(type),
        };
    }

    /// <summary>TDLib's id of the file a content carries; null when it carries none. Valid until TDLib ends.</summary>
    public static long? FileIn(JsonElement content) =>
        Files.TryGetValue(TypeOf(content), out var place) ? FileOf(content.GetProperty(place.Member), place).GetProperty("id").GetInt64() : null;

    private static string TypeOf(JsonElement content) => content.GetProperty("@type").GetString() ?? "";

    private static MessageContent.Media Media(JsonElement content, FilePlace place, string remoteKey)
    {
        var holder = content.GetProperty(place.Member);
        var attachment = new Attachment
        {
            RemoteKey = remoteKey,
            MimeType = StickerType(holder) ?? Find(holder, "mime_type") ?? place.MimeType,
            FileName = Find(holder, "file_name"),
            Size = FileOf(holder, place).GetProperty("size").GetInt64() is > 0 and var size ? size : null,
        };
        return new MessageContent.Media(
            place.Kind, attachment, content.TryGetProperty("caption", out var caption) && TextOf(caption) is { Length: > 0 } text ? text : null);
    }

    /// <summary>A photo comes in several sizes, the last of them the largest.</summary>
    private static JsonElement FileOf(JsonElement holder, FilePlace place) => (place.Kind == MediaKind.Image
        ? holder.GetProperty("sizes").EnumerateArray().Last()
        : holder).GetProperty(place.File);

    private static string? StickerType(JsonElement holder) => !holder.TryGetProperty("format", out var format) ? null : TypeOf(format) switch
    {
        "stickerFormatTgs" => "application/x-tgsticker",
        "stickerFormatWebm" => "video/webm",
        _ => "image/webp",
    };

    private static MessageContent.Location Venue(JsonElement venue) =>
        Location(venue.GetProperty("location"), Join(", ", Find(venue, "title"), Find(venue, "address")));

    private static MessageContent.Location Location(JsonElement place, string? name) =>
        new(place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble(), name);

    private static MessageContent.ContactCard Card(JsonElement contact) =>
        new(Join(" ", Find(contact, "first_name"), Find(contact, "last_name")), Find(contact, "phone_number"));

    /// <summary>Formatted text without its formats.</summary>
    private static string TextOf(JsonElement text) => text.GetProperty("text").GetString() ?? "";

    private static string? Find(JsonElement source, string name) =>
        source.TryGetProperty(name, out var found) && found.GetString() is { Length: > 0 } text ? text : null;

    private static string Join(string separator, params string?[] parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));

    private sealed record FilePlace(MediaKind Kind, string Member, string File, string? MimeType);
}

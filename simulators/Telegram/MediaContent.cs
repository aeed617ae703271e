using System.Text.Json.Nodes;

namespace Rozmova.Simulators.Telegram;

/// <summary>Files as members of a Message object.</summary>
internal static class MediaContent
{
    public static string MemberOf(MediaKind kind) => kind switch
    {
        MediaKind.Photo => "photo",
        MediaKind.Voice => "voice",
        MediaKind.Audio => "audio",
        MediaKind.Video => "video",
        MediaKind.VideoNote => "video_note",
        MediaKind.Document => "document",
        MediaKind.Sticker => "sticker",
        _ => "animation",
    };

    public static void Add(JsonObject message, StoredFile stored)
    {
        message[MemberOf(stored.Kind)] = stored.Kind == MediaKind.Photo ? Photo(stored) : Single(stored);
        if (stored.Kind == MediaKind.Animation)
        {
            // Old clients know no animations, so Telegram shows them the same file as a document.
            message["document"] = Named(stored);
        }
    }

    /// <summary>The sizes from small to large; all of them lead to the same bytes here.</summary>
    private static JsonArray Photo(StoredFile stored) =>
    [
        Sized(stored, stored.File.Width / 4, stored.File.Height / 4),
        Sized(stored, stored.File.Width, stored.File.Height),
    ];

    private static JsonObject Single(StoredFile stored)
    {
        var seconds = (int)stored.File.Duration.TotalSeconds;
        switch (stored.Kind)
        {
            case MediaKind.Voice:
                return With(Typed(stored), ("duration", seconds));
            case MediaKind.Audio:
                return With(Named(stored), ("duration", seconds), ("title", Path.GetFileNameWithoutExtension(stored.File.Name)));
            case MediaKind.Video or MediaKind.Animation:
                return With(
                    Named(stored), ("width", stored.File.Width), ("height", stored.File.Height), ("duration", seconds));
            case MediaKind.VideoNote:
                return With(Plain(stored), ("length", 384), ("duration", seconds));
            case MediaKind.Sticker:
                return With(
                    Plain(stored), ("type", "regular"), ("width", 512), ("height", 512), ("is_animated", false),
                    ("is_video", false), ("emoji", "😀"), ("set_name", "SamplePack"));
            default:
                return Named(stored);
        }
    }

    private static JsonObject Plain(StoredFile stored) => new()
    {
        ["file_id"] = stored.FileId,
        ["file_unique_id"] = stored.UniqueId,
        ["file_size"] = stored.Size,
    };

    private static JsonObject Typed(StoredFile stored) => With(Plain(stored), ("mime_type", stored.File.MimeType));

    private static JsonObject Named(StoredFile stored) => With(Typed(stored), ("file_name", stored.File.Name));

    private static JsonObject Sized(StoredFile stored, int width, int height) =>
        With(Plain(stored), ("width", width), ("height", height));

    private static JsonObject With(JsonObject json, params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return json;
    }
}

using Rozmova.Messaging;

namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>A file on its way to Telegram: the method and the field that show it as what it is.</summary>
internal sealed record BotFile(string Method, string Field, string Name, string? MimeType, long? ReplyTo)
{
    private const long LargestPhoto = 10 * 1024 * 1024;

    /// <summary>Telegram takes no larger file from a bot.</summary>
    public const long Largest = 50 * 1024 * 1024;

    public static BotFile Of(MediaKind kind, Attachment file, long? replyTo)
    {
        var (method, field) = (kind, file.MimeType) switch
        {
            (MediaKind.Image, "image/jpeg" or "image/png") when file.Size <= LargestPhoto => ("sendPhoto", "photo"),
            (MediaKind.Image, "image/gif") => ("sendAnimation", "animation"),
            (MediaKind.Voice, "audio/ogg" or "audio/mpeg" or "audio/mp4") => ("sendVoice", "voice"),
            (MediaKind.Audio or MediaKind.Voice, "audio/mpeg" or "audio/mp4") => ("sendAudio", "audio"),
            (MediaKind.Video, "video/mp4") => ("sendVideo", "video"),
            (MediaKind.Sticker, "image/webp") => ("sendSticker", "sticker"),
            _ => ("sendDocument", "document"),
        };
        return new BotFile(method, field, file.FileName ?? NameOf(kind, file.MimeType), file.MimeType, replyTo);
    }

    /// <summary>As a plain file, where Telegram did not take it as more.</summary>
    public BotFile AsDocument() => this with { Method = "sendDocument", Field = "document" };

    private static string NameOf(MediaKind kind, string? mimeType) =>
        $"{kind.ToString().ToLowerInvariant()}.{mimeType?.Split('/')[^1] ?? "bin"}";
}

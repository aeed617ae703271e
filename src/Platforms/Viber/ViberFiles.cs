using System.Globalization;
using Rozmova.Messaging;

namespace Rozmova.Platforms.Viber;

/// <summary>Which kind of message a file goes out as, and under which name and address: Viber believes extensions.</summary>
internal static class ViberFiles
{
    public const string Picture = "picture";
    public const string Video = "video";
    public const string File = "file";
    public const string Sticker = "sticker";

    private const int MaxNameLength = 256;
    private const string StickerExtension = ".png";

    private static readonly (string Extension, string MimeType)[] Types =
    [
        (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".png", "image/png"), (".gif", "image/gif"), (".mp4", "video/mp4"),
        (".mp3", "audio/mpeg"), (".m4a", "audio/mp4"), (".ogg", "audio/ogg"), (".pdf", "application/pdf"),
        (".webp", "image/webp"),
    ];

    /// <summary>What it goes out as. A picture or film Viber does not show, music and voice go as files.</summary>
    public static string KindOf(MessageContent.Media media) => (media.Kind, MimeTypeOf(media.File)) switch
    {
        (MediaKind.Sticker, _) when StickerIdOf(media) is not null => Sticker,
        (MediaKind.Image or MediaKind.Sticker, "image/jpeg" or "image/png" or "image/gif") => Picture,
        (MediaKind.Video, "video/mp4") => Video,
        _ => File,
    };

    /// <summary>A sticker's number, which its file is called by on the way in; null for a sticker of another platform.</summary>
    public static long? StickerIdOf(MessageContent.Media media) =>
        media is { Kind: MediaKind.Sticker, File.FileName: { } name } && Path.GetExtension(name) == StickerExtension
            && long.TryParse(Path.GetFileNameWithoutExtension(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static string? StickerName(string? id) => string.IsNullOrEmpty(id) ? null : id + StickerExtension;

    /// <summary>The type a name speaks of; null where it speaks of none we know.</summary>
    public static string? TypeOf(string? fileName) => fileName is null ? null
        : Array.Find(Types, type => fileName.EndsWith(type.Extension, StringComparison.OrdinalIgnoreCase)).MimeType;

    /// <summary>The name the customer sees, with an extension and no longer than Viber takes.</summary>
    public static string NameOf(Attachment file)
    {
        var name = string.IsNullOrWhiteSpace(file.FileName) ? File : file.FileName;
        var extension = Path.GetExtension(name) is { Length: > 1 } own ? own : ExtensionOf(file);
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem[..Math.Min(stem.Length, Math.Max(0, MaxNameLength - extension.Length))] + extension;
    }

    /// <summary>The file's address, ending as its type does: Viber looks there before it fetches.</summary>
    public static string AddressOf(Uri address, Attachment file)
    {
        var extension = ExtensionOf(file);
        return address.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            ? address.AbsoluteUri
            : $"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{File}{extension}{address.Query}";
    }

    private static string ExtensionOf(Attachment file) =>
        Array.Find(Types, type => type.MimeType == file.MimeType).Extension
        ?? (Path.GetExtension(file.FileName) is { Length: > 1 and <= 10 } own && own.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? own
            : ".bin");

    private static string? MimeTypeOf(Attachment file) => file.MimeType ?? TypeOf(file.FileName);
}

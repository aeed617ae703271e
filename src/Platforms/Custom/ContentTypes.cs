using Rozmova.Messaging;

namespace Rozmova.Platforms.Custom;

/// <summary>The content types of the HTTP API, which are also those of this platform.</summary>
internal static class ContentTypes
{
    public const string Text = "text";
    public const string Image = "image";
    public const string Audio = "audio";
    public const string Voice = "voice";
    public const string Video = "video";
    public const string File = "file";
    public const string Sticker = "sticker";
    public const string Location = "location";
    public const string Contact = "contact";
    public const string Buttons = "buttons";
    public const string Menu = "menu";

    public static string Of(MediaKind kind) => kind switch
    {
        MediaKind.Image => Image,
        MediaKind.Audio => Audio,
        MediaKind.Voice => Voice,
        MediaKind.Video => Video,
        MediaKind.File => File,
        MediaKind.Sticker => Sticker,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };
}

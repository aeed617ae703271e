using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Viber;

/// <summary>What Viber takes from a bot, as its REST Bot API documentation states it.</summary>
internal static class ViberCapabilities
{
    private const long Megabyte = 1024 * 1024;

    public static PlatformCapabilities All { get; } = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "buttons", "menu",
            "delivered", "read",
        ],
        MaxTextLength = 7000,
        MaxCaptionLength = 768,
        MaxButtons = 24,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = Megabyte, // Android shows up to 3 MB, iOS no more than this
            [MediaKind.Audio] = 50 * Megabyte,
            [MediaKind.Voice] = 50 * Megabyte,
            [MediaKind.Video] = 26 * Megabyte,
            [MediaKind.File] = 50 * Megabyte,
            [MediaKind.Sticker] = Megabyte,
        },
        FetchesFiles = true,
    };
}

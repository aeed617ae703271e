using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>What an ordinary account without Premium may send.</summary>
internal static class TelegramUserCapabilities
{
    private const long Megabyte = 1024 * 1024;
    private const long LargestFile = 2000 * Megabyte;

    public static PlatformCapabilities All { get; } = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact",
            "reply", "typing", "edit", "delete", "reactions", "read",
        ],
        MaxTextLength = 4096,
        MaxCaptionLength = 1024,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = 10 * Megabyte,
            [MediaKind.Audio] = LargestFile,
            [MediaKind.Voice] = LargestFile,
            [MediaKind.Video] = LargestFile,
            [MediaKind.File] = LargestFile,
            [MediaKind.Sticker] = Megabyte / 2,
        },
        // Telegram publishes no numbers for people; this is the pace of a busy one, and faster accounts are limited for days.
        ChannelRatePerSecond = 5,
        ChatInterval = TimeSpan.FromSeconds(1),
        ChatBurst = 3,
        CanPassThrough = false, // the library keeps a database of its own
    };
}

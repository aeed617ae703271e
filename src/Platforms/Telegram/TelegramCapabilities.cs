using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.Telegram;

/// <summary>What Telegram takes from a bot, as its documentation states it.</summary>
internal static class TelegramCapabilities
{
    private const long Megabyte = 1024 * 1024;

    public static PlatformCapabilities All { get; } = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "buttons", "menu",
            "reply", "typing", "edit", "delete", "reactions",
        ],
        MaxTextLength = 4096,
        MaxCaptionLength = 1024,
        MaxButtons = 100,
        MaxButtonKeyBytes = 64,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = 10 * Megabyte,
            [MediaKind.Audio] = 50 * Megabyte,
            [MediaKind.Voice] = 50 * Megabyte,
            [MediaKind.Video] = 50 * Megabyte,
            [MediaKind.File] = 50 * Megabyte,
            [MediaKind.Sticker] = 50 * Megabyte,
        },
        ChannelRatePerSecond = 30,
        ChatInterval = TimeSpan.FromSeconds(1),
    };
}

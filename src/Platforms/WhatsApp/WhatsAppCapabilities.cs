using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>What WhatsApp takes from a business, as "Cloud API" states it on the pages Messages, Media and Throughput.</summary>
internal static class WhatsAppCapabilities
{
    private const long Megabyte = 1024 * 1024;

    public static PlatformCapabilities All { get; } = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "buttons", "menu", "template",
            "reply", "typing", "reactions", "delivered", "read",
        ],
        MaxTextLength = 4096,
        MaxCaptionLength = 1024,
        MaxButtons = WhatsAppButtons.MostRows,
        MaxButtonKeyBytes = 200,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = 5 * Megabyte,
            [MediaKind.Audio] = 16 * Megabyte,
            [MediaKind.Voice] = 16 * Megabyte,
            [MediaKind.Video] = 16 * Megabyte,
            [MediaKind.File] = 100 * Megabyte,
            [MediaKind.Sticker] = 500 * 1024,
        },
        ChannelRatePerSecond = 80,
        ChatInterval = TimeSpan.FromSeconds(6),
        ChatBurst = 45,
        ReplyWindow = TimeSpan.FromHours(24),
    };
}

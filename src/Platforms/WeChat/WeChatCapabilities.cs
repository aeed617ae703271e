using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WeChat;

/// <summary>What an official account may send, after the pages "Customer service messages" and "Temporary media".</summary>
internal static class WeChatCapabilities
{
    private const long Megabyte = 1024 * 1024;

    public static PlatformCapabilities All { get; } = new()
    {
        Names = ["text", "image", "voice", "video", "buttons", "menu", "template", "link", "typing"],
        MaxTextLength = WeChatOutbound.MaxTextBytes,
        MaxTextBytes = WeChatOutbound.MaxTextBytes,
        MaxCaptionLength = 0, // a picture or a film stands alone
        MaxButtons = 20,
        MaxButtonKeyBytes = 128,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = 10 * Megabyte,
            [MediaKind.Voice] = 2 * Megabyte,
            [MediaKind.Video] = 10 * Megabyte,
        },
        ReplyWindow = TimeSpan.FromHours(48),
    };
}

using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Messenger;

/// <summary>
/// What Messenger takes from a page, as its documentation states it ("Send API", "Quick Replies", "Rate Limiting").
/// </summary>
internal static class MessengerCapabilities
{
    private const long LargestFile = 25 * 1024 * 1024;

    public static PlatformCapabilities All { get; } = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "buttons", "menu", "template", "reply", "typing",
            "reactions", "delivered", "read",
        ],
        MaxTextLength = 2000,
        MaxCaptionLength = 0,
        MaxButtons = DirectButtons.MostQuickReplies,
        MaxButtonKeyBytes = 1000,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = LargestFile,
            [MediaKind.Audio] = LargestFile,
            [MediaKind.Voice] = LargestFile,
            [MediaKind.Video] = LargestFile,
            [MediaKind.File] = LargestFile,
        },
        ChannelRatePerSecond = 300,
        ReplyWindow = DirectOutbound.HumanWindow,
    };
}

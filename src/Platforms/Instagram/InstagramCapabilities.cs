using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Platforms.Meta.Direct;

namespace Rozmova.Platforms.Instagram;

/// <summary>
/// What Instagram takes from an account, as its documentation states it ("Instagram Messaging", Send Messages).
/// </summary>
internal static class InstagramCapabilities
{
    private const long Megabyte = 1024 * 1024;
    private const long LargestFile = 25 * Megabyte;

    public static PlatformCapabilities All { get; } = new()
    {
        Names = ["text", "image", "audio", "voice", "video", "file", "buttons", "menu", "typing", "reactions", "read"],
        MaxTextLength = 1000,
        MaxTextBytes = 1000,
        MaxCaptionLength = 0,
        MaxButtons = DirectButtons.MostQuickReplies,
        MaxButtonKeyBytes = 1000,
        MaxFileBytes = new Dictionary<MediaKind, long>
        {
            [MediaKind.Image] = 8 * Megabyte,
            [MediaKind.Audio] = LargestFile,
            [MediaKind.Voice] = LargestFile,
            [MediaKind.Video] = LargestFile,
            [MediaKind.File] = LargestFile,
        },
        ChannelRatePerSecond = 300,
        ReplyWindow = DirectOutbound.HumanWindow,
    };
}

using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.WebChat;

/// <summary>What the widget shows and takes.</summary>
internal static class WebChatCapabilities
{
    /// <summary>Longest text either way, in UTF-16 units.</summary>
    public const int LongestText = 4096;

    /// <summary>Largest file of a visitor, in bytes.</summary>
    public const long LargestUpload = 20 * 1024 * 1024;

    public static readonly PlatformCapabilities All = new()
    {
        Names =
        [
            "text", "image", "audio", "voice", "video", "file", "sticker", "location", "contact", "buttons", "menu", "reply",
            "typing",
            "edit", "delete", "delivered", "read",
        ],
        MaxTextLength = LongestText,
        MaxCaptionLength = LongestText,
        MaxButtons = 12,
        MaxButtonKeyBytes = 256,
        CanPassThrough = false, // a visitor reads the history from our store
    };
}

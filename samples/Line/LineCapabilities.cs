using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Line;

/// <summary>What this sample sends, with the limits of the Messaging API reference, "Message objects".</summary>
internal static class LineCapabilities
{
    /// <summary>Longest label of a quick reply.</summary>
    public const int MaxLabelLength = 20;

    public static readonly PlatformCapabilities All = new()
    {
        Names = ["text", "image", "location", "buttons"],
        MaxTextLength = 5000,
        MaxButtons = 13, // quick replies
        MaxButtonKeyBytes = 300,
        MaxFileBytes = new Dictionary<MediaKind, long> { [MediaKind.Image] = 1024 * 1024 }, // a preview may have no more, and ours is the picture itself
        FetchesFiles = true,
    };
}

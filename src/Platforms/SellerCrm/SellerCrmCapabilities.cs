using Rozmova.Messaging.Platforms;

namespace Rozmova.Platforms.SellerCrm;

/// <summary>
/// What the CRM takes. It publishes no limits: these are assumed, and a file's size is the channel's own setting. Every file but a
/// picture is shown to the buyer as a file.
/// </summary>
internal static class SellerCrmCapabilities
{
    public static PlatformCapabilities All { get; } = new()
    {
        Names = ["text", "image", "audio", "voice", "video", "file", "delete", "read", "order"],
        MaxTextLength = 4000,
        MaxCaptionLength = 4000,
        // A message is three calls, which leave a quarter of a second apart, and polling needs its share.
        ChannelRatePerSecond = 1,
    };
}

using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Channels;

/// <summary>How much a channel's platform takes: what a composer needs to know before it sends.</summary>
public sealed record ChannelLimitsBody(
    int MaxTextLength, int MaxCaptionLength, int MaxButtons, int MaxButtonKeyBytes, IReadOnlyDictionary<string, long> MaxFileBytes,
    long? ReplyWindowSeconds, bool SplitsText)
{
    internal static ChannelLimitsBody? Of(IPlatform? platform) => platform is null ? null : Of(platform.Capabilities);

    private static ChannelLimitsBody Of(PlatformCapabilities platform) => new(
        platform.MaxTextLength, platform.MaxCaptionLength, platform.MaxButtons, platform.MaxButtonKeyBytes,
        platform.MaxFileBytes.ToDictionary(pair => pair.Key.TypeName(), pair => pair.Value), (long?)platform.ReplyWindow?.TotalSeconds,
        platform.SplitsText);
}

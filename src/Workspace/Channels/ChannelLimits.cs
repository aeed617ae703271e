using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Channels;

/// <summary>How much a channel's platform takes: what a composer needs to know before it sends.</summary>
public sealed record ChannelLimitsBody(
    int MaxTextLength, int MaxCaptionLength, int MaxButtons, int MaxButtonKeyBytes, IReadOnlyDictionary<string, long> MaxFileBytes,
    long? ReplyWindowSeconds, bool SplitsText, bool HasMenu, bool CanReact)
{
    internal static ChannelLimitsBody? Of(IPlatform? platform, IReadOnlyList<string> abilities) =>
        platform is null ? null : Of(platform, platform.Capabilities, abilities);

    private static ChannelLimitsBody Of(IPlatform platform, PlatformCapabilities limits, IReadOnlyList<string> abilities) => new(
        limits.MaxTextLength, limits.MaxCaptionLength, limits.MaxButtons, limits.MaxButtonKeyBytes,
        limits.MaxFileBytes.ToDictionary(pair => pair.Key.TypeName(), pair => pair.Value), (long?)limits.ReplyWindow?.TotalSeconds,
        limits.SplitsText, platform is IMenuPlatform, platform is IReactingPlatform && abilities.Contains("reactions"));
}

using Rozmova.Messaging;

namespace Rozmova.Workspace.Channels;

/// <summary>What went through a channel lately: read from the newest messages of all channels, so a quiet one may have none.</summary>
public sealed record ChannelActivity
{
    public required ChannelId ChannelId { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>The newest message the platform took.</summary>
    public DateTimeOffset? LastOutboundAt { get; init; }

    /// <summary>The newest message the platform did not take.</summary>
    public DateTimeOffset? LastFailedAt { get; init; }

    /// <summary>Why it did not, in a sentence.</summary>
    public string? LastError { get; init; }
}

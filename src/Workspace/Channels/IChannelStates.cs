using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>Where whoever uses a channel tells how it fares.</summary>
public interface IChannelStates
{
    /// <summary>
    /// Stores and publishes the state when it differs from what is known, and replaces the channel in the
    /// <see cref="ChannelDirectory"/> before it completes. A channel reported as failed is checked again until it works.
    /// </summary>
    ValueTask ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken);
}

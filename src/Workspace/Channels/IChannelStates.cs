using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>Where everybody who talks to a platform says how its channel stands: the connector, the poller, Delivery.</summary>
public interface IChannelStates
{
    /// <summary>
    /// Saves and pushes the state if it is new. What Delivery held for the channel goes on once it is connected again; a failed one is
    /// tried again by the connector.
    /// </summary>
    ValueTask ReportAsync(ChannelId id, ConnectionReport report, CancellationToken cancellationToken);
}

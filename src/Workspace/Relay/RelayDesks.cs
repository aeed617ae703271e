using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Desks;

namespace Rozmova.Workspace.Relay;

/// <summary>The desks that take what passes through memory.</summary>
internal sealed class RelayDesks(DeskDirectory desks, ChannelDirectory channels)
{
    /// <summary>Those that serve a channel now.</summary>
    public IReadOnlyList<DeskId> Serving(ChannelId channel) => [.. desks.Serving(channel).Select(desk => desk.Row.Id)];

    /// <summary>Whether what a desk brings may be for a pass-through channel: then it may be stored nowhere either.</summary>
    public bool IsPassing(Desk desk) => channels.All.Any(channel => PassingEvents.Concerns(channel) && desk.Serves(channel.Row.Id));
}

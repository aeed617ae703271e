using System.Collections.Immutable;
using System.Net.WebSockets;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WebChat;

/// <summary>The open sockets of this node, by visitor: a visitor may have the site open in several tabs.</summary>
internal sealed class VisitorSockets
{
    /// <summary>Tabs of one visitor; the oldest makes room for one more.</summary>
    private const int MostOfOne = 10;

    private readonly Lock _gate = new();
    private readonly Dictionary<(ChannelId Channel, string Visitor), ImmutableArray<VisitorConnection>> _open = [];

    public void Add(ChannelId channel, string visitor, VisitorConnection connection)
    {
        VisitorConnection? oldest = null;
        lock (_gate)
        {
            var open = _open.GetValueOrDefault((channel, visitor), []);
            oldest = open.Length == MostOfOne ? open[0] : null;
            _open[(channel, visitor)] = (oldest is null ? open : open.RemoveAt(0)).Add(connection);
        }

        oldest?.End(WebSocketCloseStatus.PolicyViolation, "Open in too many tabs.");
    }

    public void Remove(ChannelId channel, string visitor, VisitorConnection connection)
    {
        lock (_gate)
        {
            var rest = _open.GetValueOrDefault((channel, visitor), []).Remove(connection);
            if (rest.IsEmpty)
            {
                _open.Remove((channel, visitor));
            }
            else
            {
                _open[(channel, visitor)] = rest;
            }
        }
    }

    /// <summary>Sends a frame to every tab of a visitor.</summary>
    public void Tell(ChannelId channel, string visitor, ReadOnlyMemory<byte> frame)
    {
        foreach (var connection in Of(channel, visitor))
        {
            connection.Offer(frame);
        }
    }

    /// <summary>Closes all sockets of a channel.</summary>
    public void EndAll(ChannelId channel)
    {
        List<VisitorConnection> ending;
        lock (_gate)
        {
            ending = [.. _open.Where(pair => pair.Key.Channel == channel).SelectMany(pair => pair.Value)];
        }

        foreach (var connection in ending)
        {
            connection.End(WebSocketCloseStatus.EndpointUnavailable, "This chat is closed.");
        }
    }

    private ImmutableArray<VisitorConnection> Of(ChannelId channel, string visitor)
    {
        lock (_gate)
        {
            return _open.GetValueOrDefault((channel, visitor), []);
        }
    }
}

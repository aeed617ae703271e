using System.Collections.Concurrent;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>Who has the live feed open on this node.</summary>
public sealed class Presence(LiveFeed feed)
{
    private readonly ConcurrentDictionary<OperatorId, int> _sockets = [];

    /// <summary><c>online</c> or <c>offline</c>.</summary>
    public string Of(OperatorId id) => _sockets.ContainsKey(id) ? "online" : "offline";

    internal void Came(OperatorId id)
    {
        if (_sockets.AddOrUpdate(id, 1, (_, count) => count + 1) == 1)
        {
            feed.Publish(LiveType.OperatorPresence, new PresenceBody(id, "online"));
        }
    }

    internal void Went(OperatorId id)
    {
        if (_sockets.AddOrUpdate(id, 0, (_, count) => count - 1) == 0 && _sockets.TryRemove(KeyValuePair.Create(id, 0)))
        {
            feed.Publish(LiveType.OperatorPresence, new PresenceBody(id, "offline"));
        }
    }
}

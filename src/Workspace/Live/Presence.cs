using Rozmova.Messaging;

namespace Rozmova.Workspace.Live;

/// <summary>
/// Who is here, who looks at which conversation and who writes in it: one seat for each socket, on this node and on those it hears of, an
/// operator with several sockets seen as one. Every change is pushed and none is remembered.
/// </summary>
public sealed class Presence(LiveFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Seat> _seats = [];

    /// <summary>A seat of this node as it is now, null when it was left. Raised in the order of the changes; handlers are quick.</summary>
    internal event Action<Guid, Seat?>? Changed;

    /// <summary><c>online</c>, <c>away</c> when every socket of theirs is left alone, or <c>offline</c>.</summary>
    public string Of(OperatorId id)
    {
        lock (_gate)
        {
            return PresenceOf(id);
        }
    }

    internal void Take(Guid socket, Seat seat)
    {
        lock (_gate)
        {
            Replace(socket, _seats.GetValueOrDefault(socket), seat);
        }
    }

    internal Seat? Find(Guid socket)
    {
        lock (_gate)
        {
            return _seats.GetValueOrDefault(socket);
        }
    }

    /// <summary>Reads all seats of this node; none of them changes meanwhile.</summary>
    internal void ReadOwn(Action<IReadOnlyList<KeyValuePair<Guid, Seat>>> read)
    {
        lock (_gate)
        {
            read([.. _seats.Where(seat => seat.Value.Node is null)]);
        }
    }

    /// <summary>Takes away the seats of another node that are not among those it has.</summary>
    internal void Keep(Guid node, IReadOnlySet<Guid> sockets)
    {
        lock (_gate)
        {
            foreach (var (socket, seat) in _seats.Where(seat => seat.Value.Node == node && !sockets.Contains(seat.Key)).ToList())
            {
                Replace(socket, seat, null);
            }
        }
    }

    /// <summary>Changes a seat; one that has been left stays so.</summary>
    internal void Change(Guid socket, Func<Seat, Seat> change)
    {
        lock (_gate)
        {
            if (_seats.TryGetValue(socket, out var seat))
            {
                Replace(socket, seat, change(seat));
            }
        }
    }

    internal void Leave(Guid socket)
    {
        lock (_gate)
        {
            if (_seats.TryGetValue(socket, out var seat))
            {
                Replace(socket, seat, null);
            }
        }
    }

    /// <summary>Tells one who joined the feed who looks at what. What changes from here on reaches them like everybody.</summary>
    internal void Describe(LiveConnection connection, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var id in _seats.Values.Select(seat => seat.Viewing).OfType<ConversationId>().Distinct())
            {
                connection.Offer(LiveFrames.Event(LiveType.ConversationViewers, feed.Last, now, new ViewersBody(id, ViewersOf(id))));
            }
        }
    }

    private void Replace(Guid socket, Seat? before, Seat? after)
    {
        if (before == after)
        {
            return;
        }

        var who = (before ?? after)!.Operator;
        var presence = PresenceOf(who);
        var touched = new[] { before?.Viewing, after?.Viewing }.OfType<ConversationId>().Distinct()
            .Select(id => (Id: id, Viewers: ViewersOf(id))).ToList();

        if (after is null)
        {
            _seats.Remove(socket);
        }
        else
        {
            _seats[socket] = after;
        }

        if (PresenceOf(who) is var current && current != presence)
        {
            feed.Publish(LiveType.OperatorPresence, new PresenceBody(who, current));
        }

        foreach (var (id, viewers) in touched)
        {
            if (ViewersOf(id) is var now && !now.SequenceEqual(viewers))
            {
                feed.Publish(LiveType.ConversationViewers, new ViewersBody(id, now));
            }
        }

        if ((before ?? after)!.Node is null)
        {
            Changed?.Invoke(socket, after);
        }
    }

    private string PresenceOf(OperatorId id)
    {
        var seats = _seats.Values.Where(seat => seat.Operator == id).ToList();
        return seats.Count == 0 ? "offline" : seats.All(seat => seat.IsAway) ? "away" : "online";
    }

    private List<ViewerBody> ViewersOf(ConversationId id) =>
        [.. _seats.Values.Where(seat => seat.Viewing == id).GroupBy(seat => seat.Operator).OrderBy(seats => seats.Key.Value)
            .Select(seats => new ViewerBody(
                seats.Key, seats.First().Name, seats.All(seat => seat.IsAway), seats.Any(seat => seat.IsWriting)))];
}

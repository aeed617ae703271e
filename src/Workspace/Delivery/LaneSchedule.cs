using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Delivery;

/// <summary>The lanes of one channel and whose turn is when: first come, first served. Not for two threads at once.</summary>
internal sealed class LaneSchedule
{
    private readonly Dictionary<ConversationId, Lane> _lanes = [];
    private readonly PriorityQueue<Lane, (DateTimeOffset DueAt, long Arrival)> _turns = new();
    private long _arrivals;

    /// <summary>When the next turn is; null when nothing waits.</summary>
    public DateTimeOffset? NextDueAt => _turns.TryPeek(out _, out var turn) ? turn.DueAt : null;

    /// <summary>A conversation has something to send.</summary>
    public void Offer(ConversationId id, DateTimeOffset now, PlatformCapabilities? limits)
    {
        if (!_lanes.TryGetValue(id, out var lane))
        {
            _lanes[id] = lane = new Lane(id);
        }

        switch (lane.State)
        {
            case LaneState.Idle:
                Queue(lane, now, limits);
                break;
            case LaneState.Busy:
                lane.Offered = true;
                break;
        }
    }

    /// <summary>Takes the next lane whose turn has come; it is busy until <see cref="Finish"/>. Null when there is none.</summary>
    public Lane? Take(DateTimeOffset now)
    {
        while (_turns.TryPeek(out var lane, out var turn) && turn.DueAt <= now)
        {
            _turns.Dequeue();
            if (turn.DueAt != lane.DueAt)
            {
                continue;
            }

            if (lane.State == LaneState.Waiting)
            {
                (lane.State, lane.Offered) = (LaneState.Busy, false);
                return lane;
            }

            _lanes.Remove(lane.Id);
        }

        return null;
    }

    /// <summary>A lane has done its turn and, with <paramref name="more"/> to send, gets the next, not before <paramref name="notBefore"/>.</summary>
    public void Finish(Lane lane, bool more, DateTimeOffset notBefore, DateTimeOffset now, PlatformCapabilities? limits)
    {
        if (more || lane.Offered)
        {
            Queue(lane, notBefore > now ? notBefore : now, limits);
        }
        else if (lane.RestedAt <= now)
        {
            _lanes.Remove(lane.Id);
        }
        else
        {
            lane.State = LaneState.Idle;
            Enqueue(lane, lane.RestedAt);
        }
    }

    private void Queue(Lane lane, DateTimeOffset notBefore, PlatformCapabilities? limits)
    {
        var allowed = limits is null ? notBefore : lane.NextAt(limits.ChatInterval, limits.ChatBurst);
        lane.State = LaneState.Waiting;
        Enqueue(lane, allowed > notBefore ? allowed : notBefore);
    }

    private void Enqueue(Lane lane, DateTimeOffset dueAt)
    {
        lane.DueAt = dueAt;
        _turns.Enqueue(lane, (dueAt, _arrivals++));
    }
}

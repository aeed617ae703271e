using Rozmova.Messaging;

namespace Rozmova.Workspace.Delivery;

/// <summary>What a lane is at.</summary>
internal enum LaneState
{
    /// <summary>Nothing to send; kept only until its chat has rested.</summary>
    Idle = 0,

    /// <summary>Waits for its turn or its time.</summary>
    Waiting = 1,

    /// <summary>Its next message is being sent.</summary>
    Busy = 2,
}

/// <summary>
/// One conversation with something to send. It knows that, not what: the store hands out the next message by seq, so the order
/// in which work is announced does not matter and a huge outbox costs little memory.
/// </summary>
internal sealed class Lane(ConversationId id)
{
    public ConversationId Id { get; } = id;

    public LaneState State { get; set; } = LaneState.Idle;

    /// <summary>Work was announced while it was busy.</summary>
    public bool Offered { get; set; }

    /// <summary>When its turn comes. Entries of the queue that say otherwise are stale.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When the chat may have a whole burst again.</summary>
    public DateTimeOffset RestedAt { get; private set; } = DateTimeOffset.UnixEpoch;

    /// <summary>When the chat may have its next message: a burst of them may be ahead of the interval.</summary>
    public DateTimeOffset NextAt(TimeSpan interval, int burst) => RestedAt - (interval * (burst - 1));

    /// <summary>
    /// A message was answered at <paramref name="now"/>. Counted from the answer, not from our departure, so that the platform sees
    /// at least the interval however long each request travelled.
    /// </summary>
    public void Fill(DateTimeOffset now, TimeSpan interval) => RestedAt = (now > RestedAt ? now : RestedAt) + interval;
}

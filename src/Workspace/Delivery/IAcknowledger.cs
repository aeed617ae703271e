using Rozmova.Messaging;

namespace Rozmova.Workspace.Delivery;

/// <summary>Answers button presses after they were stored, so that the customer's app stops waiting. Best effort, never in anybody's way.</summary>
public interface IAcknowledger
{
    /// <summary>Hands over a press. Returns at once.</summary>
    void Offer(ChannelId channel, string key);
}

namespace Rozmova.Workspace.Delivery;

/// <summary>Wakes Delivery after a commit that added to the outbox. Order within a conversation is by seq, whatever the order of calls.</summary>
public interface IDeliveryQueue
{
    /// <summary>Hands over an item that is now in the outbox. Returns at once.</summary>
    void Offer(OutboxItem item);
}

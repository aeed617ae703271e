using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>One message that waits to be sent: a row until its state is final.</summary>
public sealed record OutboxItem(MessageId MessageId, ChannelId ChannelId, ConversationId ConversationId, long Seq, int Attempts, DateTimeOffset DueAt);

/// <summary>What waits to be sent. Rows first, sent second.</summary>
public interface IOutbox
{
    /// <summary>Adds a message in the transaction that stores it. Hand it to <see cref="IDeliveryQueue"/> after the commit.</summary>
    ValueTask AddAsync(Transaction transaction, OutboxItem item);

    /// <summary>Takes a message out before it leaves. False when it may have left already.</summary>
    ValueTask<bool> WithdrawAsync(Transaction transaction, MessageId id);

    /// <summary>Takes messages out that are known to have arrived, whatever became of the attempt.</summary>
    ValueTask RemoveAsync(Transaction transaction, IReadOnlyCollection<MessageId> ids);
}

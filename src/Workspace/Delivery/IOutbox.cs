using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>One message that waits to be sent: a row until its state is final.</summary>
public sealed record OutboxItem(MessageId MessageId, ChannelId ChannelId, ConversationId ConversationId, long Seq, int Attempts, DateTimeOffset DueAt);

/// <summary>What waits to be sent. Rows first, sent second.</summary>
public interface IOutbox
{
    /// <summary>Adds a message in the transaction that stores it.</summary>
    ValueTask AddAsync(Transaction transaction, OutboxItem item);

    /// <summary>Puts a message back for another try.</summary>
    ValueTask RescheduleAsync(Transaction transaction, MessageId id, int attempts, DateTimeOffset dueAt);

    /// <summary>Takes out messages whose state is final.</summary>
    ValueTask RemoveAsync(Transaction transaction, IReadOnlyList<MessageId> ids);

    /// <summary>Everything that waits, in the order it was written. Read at start.</summary>
    ValueTask<IReadOnlyList<OutboxItem>> ListAsync(CancellationToken cancellationToken);
}

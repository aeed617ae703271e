using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Conversations;

/// <summary>Sends messages again. Only a person decides that: nobody else may risk that the customer gets one twice.</summary>
internal sealed class Retries(
    ConversationChanges changes, ChannelDirectory channels, RelayedMessages relayed, IOutbox outbox, IDeliveryQueue delivery)
{
    /// <summary>Queues a message that failed, or of which nobody knows, for another attempt.</summary>
    public ValueTask<CommandResult<MessageBody>> RetryAsync(
        ConversationId id, MessageId messageId, CurrentOperator me, CancellationToken cancellationToken) =>
        changes.RunAsync<MessageBody>(id, async change =>
        {
            if (change.HeldByOther(me.Id) is { } other)
            {
                return other;
            }

            if (await change.LockOwnAsync(messageId) is not { } message)
            {
                return new Refusal.NotFound("message");
            }

            if (message is not { Status: MessageStatus.Failed or MessageStatus.Unknown, DeletedAt: null })
            {
                return new Refusal.WrongState("Only a message that failed, or of which nobody knows, can be sent again.");
            }

            if (await channels.FindAsync(message.ChannelId, cancellationToken) is null)
            {
                return new Refusal.NotSupported("The channel of this conversation was deleted.");
            }

            if (message.Content is MessageContent.Withheld && relayed.Find(message) is null)
            {
                return new Refusal.WrongState("What it says was in memory only and is lost. Write it again.");
            }

            var item = new OutboxItem(message.Id, message.ChannelId, message.ConversationId, message.Seq, 0, change.Now);
            await outbox.AddAsync(change.Transaction, item);
            change.Transaction.AfterCommit(() => delivery.Offer(item));
            return await change.UpdateEntryAsync(message with { Status = MessageStatus.Queued, Error = null, PlatformId = null });
        }, cancellationToken);
}

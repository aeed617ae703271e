using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Relay;

/// <summary>Keeps the store's list of what waits in memory true to the memory.</summary>
internal sealed class RelayedLedger(
    RelayedMessages messages, IRelayedStore store, IConversationStore conversations, ITransactions transactions, LostTexts lost,
    TimeProvider time)
{
    /// <summary>Enters messages that a batch brought or changed, with the batch.</summary>
    public async ValueTask EnterAsync(Transaction transaction, IEnumerable<Message> withheld)
    {
        foreach (var message in withheld)
        {
            var state = messages.Find(message) is null ? RelayedState.LostInStop : RelayedState.Waiting;
            await store.SaveAsync(transaction, message.Id, message.ConversationId, state, time.GetStoredNow());
            if (state == RelayedState.LostInStop)
            {
                transaction.AfterCommit(lost.Wake);
            }
        }
    }

    /// <summary>
    /// A message that is stored came again, and with it what it says. What was lost is had again and told to the desks anew; what they have
    /// taken already is let go.
    /// </summary>
    public async ValueTask RepeatAsync(Transaction transaction, MessageId id, string key)
    {
        var state = await store.FindAsync(transaction, id);
        if (state == RelayedState.Waiting || await conversations.FindMessageAsync(transaction, id) is not { } message)
        {
            return;
        }

        if (state is null || messages.Find(message) is null)
        {
            transaction.AfterCommit(() => messages.Release(message.ChannelId, key));
            return;
        }

        await store.SaveAsync(transaction, id, message.ConversationId, RelayedState.Waiting, time.GetStoredNow());
        transaction.Publish(LiveChange.MessageUpdated(message.ToBody()));
    }

    /// <summary>Takes a message off that is gone.</summary>
    public async ValueTask ForgetAsync(Transaction transaction, Message message)
    {
        await store.RemoveAsync(transaction, message.Id);
        transaction.AfterCommit(() => messages.Release(message));
    }

    /// <summary>Takes off all that waits of these conversations: who they were with is erased.</summary>
    public async ValueTask ForgetAsync(Transaction transaction, IReadOnlyCollection<ConversationId> erased)
    {
        foreach (var message in await store.ListWaitingAsync(transaction, erased))
        {
            await ForgetAsync(transaction, message);
        }
    }

    /// <summary>A desk is done with a message; it leaves the list, and then memory, once all are.</summary>
    /// <param name="told">The edit the desk knows of.</param>
    public async ValueTask DoneAsync(DeskId desk, Message message, DateTimeOffset? told, CancellationToken cancellationToken)
    {
        if (messages.Done(desk, message, told))
        {
            await transactions.WriteAsync(async transaction =>
            {
                if (messages.IsTaken(message)) // else an edit came meanwhile
                {
                    await store.RemoveAsync(transaction, message.Id);
                    transaction.AfterCommit(() => messages.ReleaseTaken(message));
                }

                return true;
            }, cancellationToken);
        }
    }
}

using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Conversations;

/// <summary>Reads the messages of ours a batch speaks of: no statement where it speaks of none.</summary>
internal static class OwnMessages
{
    public static async ValueTask<IReadOnlyDictionary<MessageId, Message>> LoadAsync(
        IConversationStore conversations, Transaction transaction, InboundQuery query)
    {
        var found = new Dictionary<MessageId, Message>();
        foreach (var id in query.Own)
        {
            if (await conversations.LockMessageAsync(transaction, id) is { Direction: MessageDirection.Outbound } message)
            {
                found[id] = message;
            }
        }

        foreach (var (chat, below, until) in query.Unfinished)
        {
            foreach (var message in await conversations.LockUnfinishedAsync(transaction, chat.Channel, chat.Chat, below, until))
            {
                found[message.Id] = message;
            }
        }

        return found;
    }
}

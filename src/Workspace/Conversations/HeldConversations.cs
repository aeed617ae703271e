using Rozmova.Workspace.Api;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Conversations;

/// <summary>Frees everything an operator holds who may no longer answer.</summary>
internal sealed class HeldConversations(IConversationStore store, ConversationBodies bodies, TimeProvider time)
{
    public async ValueTask ReleaseAllAsync(Transaction transaction, Operator holder, CurrentOperator by)
    {
        foreach (var conversation in await store.LockHeldByAsync(transaction, holder.Id))
        {
            var change = new ConversationChange(transaction, conversation, store, bodies, time.GetStoredNow());
            change.Free();
            await change.AddEventAsync(by.ToAuthor(), "released", $"{by.Name} released the conversation, which {holder.Name} held.");
            await change.SaveAsync();
        }
    }
}

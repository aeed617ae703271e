using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// A platform may report "delivered" before we have written down that it took the message. Such receipts wait by the platform's id;
/// once that id is known, in the same transaction, they are applied.
/// </summary>
internal sealed class EarlyReceipts(IInboundStore inbound)
{
    /// <summary>The messages as they stand after whatever waited for them.</summary>
    public async ValueTask<IReadOnlyList<Message>> ApplyAsync(Transaction transaction, IReadOnlyList<Message> recorded)
    {
        var byKey = recorded.Where(message => message.PlatformId is not null).ToDictionary(KeyOf);
        if (byKey.Count == 0)
        {
            return recorded;
        }

        var state = await inbound.LoadAsync(transaction, new InboundQuery { Chats = [], Keys = byKey.Keys, Targets = [] });
        var receipts = state.Early.Where(early => early.Any(item => item.Change is InboundEvent.DeliveryReported)).ToArray();
        if (receipts.Length == 0)
        {
            return recorded;
        }

        var changed = receipts.ToDictionary(waiting => byKey[waiting.Key].Id, waiting => waiting.Aggregate(byKey[waiting.Key], After));
        await inbound.SaveAsync(transaction, InboundChanges.None with
        {
            ChangedMessages = changed.Values,
            EarlyDone = [.. receipts.Select(waiting => waiting.Key)],
        });
        return [.. recorded.Select(message => changed.GetValueOrDefault(message.Id, message))];
    }

    private static Message After(Message message, EarlyChange early) =>
        early.Change is InboundEvent.DeliveryReported reported && MessageStates.Advance(message.Status, reported.Report) is { } status
            ? message with { Status = status, Error = status == MessageStatus.Failed ? reported.Error : null }
            : message;

    private static MessageKey KeyOf(Message message) => new(message.ChannelId, message.PlatformId!.Value.Key);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// A platform may report "delivered", or "all read until now", before we have written down that it took the message. Such receipts wait by
/// the platform's id, or by the chat; once the message is sent they are applied in the same transaction.
/// </summary>
internal sealed class EarlyReceipts(IInboundStore inbound)
{
    /// <summary>The messages as they stand after whatever waited for them.</summary>
    public async ValueTask<IReadOnlyList<Message>> ApplyAsync(
        Transaction transaction, IReadOnlyList<DeliveryResult> results, IReadOnlyList<Message> recorded)
    {
        var sent = recorded.Where(message => message.PlatformId is not null).ToArray();
        if (sent.Length == 0)
        {
            return recorded;
        }

        var chats = results.Where(result => result.Chat is not null).ToDictionary(result => result.Message.Id, result => result.Chat!);
        var keys = sent.ToDictionary(message => message.Id, message => KeysOf(message, chats).ToArray());
        var state = await inbound.LoadAsync(
            transaction, new InboundQuery { Chats = [], Keys = [.. keys.Values.SelectMany(key => key).Distinct()], Targets = [] });
        var done = state.Early.Where(early => early.Any(item => IsReceipt(item.Change))).Select(early => early.Key).ToArray();
        if (done.Length == 0)
        {
            return recorded;
        }

        var changed = sent
            .Select(message => (Before: message, After: keys[message.Id].SelectMany(key => state.Early[key]).Aggregate(message, After)))
            .Where(pair => pair.After != pair.Before)
            .ToDictionary(pair => pair.After.Id, pair => pair.After);
        await inbound.SaveAsync(transaction, InboundChanges.None with { ChangedMessages = changed.Values, EarlyDone = done });
        return [.. recorded.Select(message => changed.GetValueOrDefault(message.Id, message))];
    }

    private static IEnumerable<MessageKey> KeysOf(Message message, Dictionary<MessageId, string> chats)
    {
        yield return new MessageKey(message.ChannelId, message.PlatformId!.Value.Key);
        if (chats.TryGetValue(message.Id, out var chat))
        {
            yield return new ChatKey(message.ChannelId, chat).Watermark;
        }
    }

    private static bool IsReceipt(InboundEvent change) => change is InboundEvent.DeliveryReported or InboundEvent.WatermarkReported;

    private static Message After(Message message, EarlyChange early) => MessageStates.After(message, early.Change) ?? message;
}

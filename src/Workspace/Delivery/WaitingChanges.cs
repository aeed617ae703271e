using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// A platform may report "delivered", show a reaction, or say "all read until now", before we have written down that it took the message.
/// Such changes wait by the platform's id, or by the chat; once the message is sent they are applied in the same transaction.
/// </summary>
internal sealed class WaitingChanges(IInboundStore inbound)
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
        var waiting = await inbound.FindEarlyAsync(transaction, [.. keys.Values.SelectMany(key => key).Distinct()]);
        if (waiting.Count == 0)
        {
            return recorded;
        }

        var changed = sent
            .Select(message => (Before: message, After: keys[message.Id].SelectMany(key => waiting[key]).Aggregate(message, After)))
            .Where(pair => pair.After != pair.Before)
            .ToDictionary(pair => pair.After.Id, pair => pair.After);
        await inbound.SaveAsync(
            transaction, InboundChanges.None with { ChangedMessages = changed.Values, EarlyDone = [.. waiting.Select(early => early.Key)] });
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

    private static Message After(Message message, EarlyChange early) => MessageChanges.After(message, early.Change, early.At) ?? message;
}

using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>What was said before the channel came here.</summary>
internal sealed partial class InboundFold
{
    /// <summary>Keeps it and calls nobody. A conversation that consists of such alone is over until somebody writes.</summary>
    private void Remember(Entry chat, MessageKey key, Message message)
    {
        var conversation = chat.Conversation;
        var writtenAt = message.SentAt ?? message.CreatedAt;
        chat.Conversation = conversation with
        {
            LastSeq = message.Seq,
            Newest = message.Order > conversation.Newest ? message.Order : conversation.Newest,
            LastMessageId = message.Late ? conversation.LastMessageId : message.Id,
            LastInboundAt = conversation.LastInboundAt > writtenAt ? conversation.LastInboundAt : writtenAt,
            Status = conversation.LastSeq == 0 ? ConversationStatus.Closed : conversation.Status,
            UpdatedAt = message.CreatedAt,
        };
        var body = Store(key, message);
        if (!message.Late)
        {
            chat.Show(message, body);
        }

        ApplyWaiting(key, message.Id, _ => true);
    }
}

using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>What is told of pass-through channels: entries without what they say, which is in memory.</summary>
internal sealed partial class InboundFold
{
    /// <summary>Entries that came, or were edited.</summary>
    public List<Message> Withheld { get; } = [];

    /// <summary>Entries that were there when their message came, and what their platform calls it.</summary>
    public List<(MessageId Id, MessageKey Key)> WithheldRepeats { get; } = [];

    /// <summary>Entries that were taken back.</summary>
    public List<Message> WithheldGone { get; } = [];

    private void Repeat(MessageId known, MessageKey key, MessageContent content)
    {
        if (content is MessageContent.Withheld)
        {
            WithheldRepeats.Add((known, key));
        }
    }

    /// <summary>What a message says, where it can be had.</summary>
    private MessageContent Said(Message message) =>
        message.Content is MessageContent.Withheld ? relayed.Find(message)?.Content ?? message.Content : message.Content;

    /// <summary>Likewise of what is no entry yet.</summary>
    private MessageContent SaidOf(InboundEntry entry, InboundEvent.MessageEchoed echoed) => echoed.Content is MessageContent.Withheld
        ? relayed.Find(entry.Channel.Row.Id, echoed.Id)?.Content ?? echoed.Content
        : echoed.Content;

    /// <summary>What somebody is called in what they write.</summary>
    private static string? NameOf(InboundEntry entry, Conversation conversation, Profile from) =>
        entry.IsPassing ? ShortName.Of(conversation.ContactId) : from.Name ?? conversation.ContactName;
}

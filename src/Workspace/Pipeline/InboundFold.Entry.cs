using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>The conversations of a batch.</summary>
internal sealed partial class InboundFold
{
    private Entry ChatOf(InboundEntry inbound, Profile from)
    {
        var name = from.ChatTitle ?? from.Name;
        if (!_chats.TryGetValue(inbound.ChatKey, out var entry))
        {
            entry = state.Chats.TryGetValue(inbound.ChatKey, out var known)
                ? new Entry(inbound.Channel, known)
                : new Entry(inbound.Channel, NewChat(inbound, from, name)) { IsNew = true };
            _chats.Add(inbound.ChatKey, entry);
        }

        entry.Changed = true;
        if (name is not null)
        {
            entry.Call(name);
        }

        if (from.AvatarUrl is not null && entry.Conversation.AvatarId is null && IsPerson(inbound, from))
        {
            entry.Pictured = from;
        }

        return entry;
    }

    private static InboundChat NewChat(InboundEntry entry, Profile from, string? name)
    {
        var contact = new ContactId(StableId.Of(entry.ReceivedAt, "contact", entry.Event.Chat, entry.Channel.Row.Id));
        return new InboundChat(
            new Conversation
            {
                Id = new ConversationId(StableId.Of(entry.ReceivedAt, "conversation", entry.Event.Chat, entry.Channel.Row.Id)),
                ChannelId = entry.Channel.Row.Id,
                Chat = entry.Event.Chat,
                ContactId = contact,
                ContactName = entry.IsPassing ? ShortName.Of(contact) : name ?? from.Username,
                CreatedAt = entry.ReceivedAt,
                UpdatedAt = entry.ReceivedAt,
            },
            name)
        {
            Person = IsPerson(entry, from) ? from : Nobody,
        };
    }

    /// <summary>Whether it tells of the whole chat, and not of one member of a group.</summary>
    private static bool IsPerson(InboundEntry entry, Profile from) => from.ChatTitle is null && (from.Id is null || from.Id == entry.Event.Chat);

    /// <summary>A conversation while the batch is applied.</summary>
    private sealed class Entry(LiveChannel channel, InboundChat chat)
    {
        private string? _identityName = chat.IdentityName;

        public LiveChannel Channel { get; } = channel;

        public Conversation Conversation { get; set; } = chat.Conversation;

        public InboundChat Chat => chat with
        {
            Conversation = Conversation,
            IdentityName = _identityName,
            KeepsStatus = Conversation.Status == chat.Conversation.Status && Conversation.SnoozedUntil == chat.Conversation.SnoozedUntil,
        };

        public NumberedChoices? Choices => chat.Choices;

        /// <summary>Its newest entry, where this batch brought it.</summary>
        public Message? Last { get; private set; }

        /// <summary>The same as it is pushed.</summary>
        public MessageBody? LastBody { get; private set; }

        public bool IsNew { get; init; }

        public bool IsStranger => Channel.Platform is IProfilePlatform && _identityName is null;

        /// <summary>What the platform told of a person whose picture we do not have.</summary>
        public Profile? Pictured { get; set; }

        public bool Changed { get; set; }

        public bool Renamed { get; private set; }

        public bool BlockedChanged => Conversation.Blocked != chat.Conversation.Blocked;

        public void Show(Message last, MessageBody body) => (Last, LastBody) = (last, body);

        /// <summary>The platform's name for the person. An operator's own name for them stays.</summary>
        public void Call(string name)
        {
            if (name == _identityName)
            {
                return;
            }

            if (Conversation.ContactName is null || Conversation.ContactName == _identityName
                || Conversation.ContactName == ShortName.Of(Conversation.ContactId))
            {
                Conversation = Conversation with { ContactName = name };
            }

            _identityName = name;
            Renamed = true;
        }
    }
}

using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Pipeline;

/// <summary>One event of a batch, with the channel it came through and when it reached us.</summary>
internal readonly record struct InboundEntry(LiveChannel Channel, InboundEvent Event, DateTimeOffset ReceivedAt)
{
    public ChatKey ChatKey => new(Channel.Row.Id, Event.Chat);

    public MessageKey KeyOf(PlatformMessageId id) => new(Channel.Row.Id, id.Key);

    /// <summary>Gathers what a batch has to know.</summary>
    public static InboundQuery QueryFor(IReadOnlyList<InboundEntry> entries)
    {
        var chats = new HashSet<ChatKey>();
        var keys = new HashSet<MessageKey>();
        var targets = new HashSet<MessageKey>();
        foreach (var entry in entries)
        {
            chats.Add(entry.ChatKey);
            switch (entry.Event)
            {
                case InboundEvent.MessageReceived message:
                    keys.Add(entry.KeyOf(message.Id));
                    if (message.ReplyTo is { } replied)
                    {
                        keys.Add(entry.KeyOf(replied));
                    }

                    break;
                case InboundEvent.ContactEvent happened:
                    keys.Add(entry.KeyOf(happened.Id));
                    break;
                case InboundEvent.MessageEdited edited:
                    targets.Add(entry.KeyOf(edited.Id));
                    if (edited.ReplyTo is { } answered)
                    {
                        keys.Add(entry.KeyOf(answered));
                    }

                    break;
                case InboundEvent.MessageDeleted deleted:
                    targets.Add(entry.KeyOf(deleted.Id));
                    break;
                case InboundEvent.ReactionsChanged reacted:
                    targets.Add(entry.KeyOf(reacted.Id));
                    break;
                case InboundEvent.DeliveryReported reported:
                    targets.Add(entry.KeyOf(reported.Id));
                    break;
                default:
                    break; // typing and moves concern no message
            }
        }

        return new InboundQuery { Chats = chats, Keys = keys, Targets = targets };
    }
}

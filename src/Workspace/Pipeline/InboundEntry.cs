using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Pipeline;

/// <summary>One event of a batch, with the channel it came through and when it reached us.</summary>
internal readonly record struct InboundEntry(LiveChannel Channel, InboundEvent Event, DateTimeOffset ReceivedAt)
{
    /// <summary>Our time of sending and the platform's may differ by this much.</summary>
    public static readonly TimeSpan ClockDoubt = TimeSpan.FromMinutes(1);

    /// <summary>Whether nothing of what it says, nor who says it, may be stored.</summary>
    public bool IsPassing => Channel.Row.Privacy == ChannelPrivacy.PassThrough;

    public ChatKey ChatKey => new(Channel.Row.Id, Event.Chat);

    public MessageKey KeyOf(PlatformMessageId id) => new(Channel.Row.Id, id.Key);

    /// <summary>Gathers what a batch has to know.</summary>
    public static InboundQuery QueryFor(IReadOnlyList<InboundEntry> entries)
    {
        var chats = new HashSet<ChatKey>();
        var keys = new HashSet<MessageKey>();
        var targets = new Dictionary<MessageKey, ChatKey>();
        List<MessageId> own = [];
        List<UnfinishedQuery> unfinished = [];
        foreach (var entry in entries)
        {
            chats.Add(entry.ChatKey);
            switch (entry.Event)
            {
                case InboundEvent.MessageReceived message:
                    keys.Add(entry.KeyOf(message.Id));
                    if (message.Id.Whole is { } whole)
                    {
                        keys.Add(entry.KeyOf(whole));
                    }

                    if (message.ReplyTo is { } replied)
                    {
                        keys.Add(entry.KeyOf(replied));
                    }

                    break;
                case InboundEvent.ContactEvent happened:
                    keys.Add(entry.KeyOf(happened.Id));
                    break;
                case InboundEvent.MessageEdited edited:
                    targets[entry.KeyOf(edited.Id)] = entry.ChatKey;
                    if (edited.ReplyTo is { } answered)
                    {
                        keys.Add(entry.KeyOf(answered));
                    }

                    break;
                case InboundEvent.MessageDeleted deleted:
                    foreach (var part in entry.PartsOf(deleted.Id))
                    {
                        targets[part] = entry.ChatKey;
                    }

                    break;
                case InboundEvent.ReactionsChanged reacted:
                    targets[entry.KeyOf(reacted.Id)] = entry.ChatKey;
                    AddTo(own, reacted.Own);
                    break;
                case InboundEvent.DeliveryReported reported:
                    targets[entry.KeyOf(reported.Id)] = entry.ChatKey;
                    AddTo(own, reported.Own);
                    break;
                case InboundEvent.MessageEchoed echoed:
                    keys.Add(entry.KeyOf(echoed.Id));
                    keys.Add(entry.ChatKey.Watermark);
                    if (echoed.ReplyTo is { } echoedReply)
                    {
                        keys.Add(entry.KeyOf(echoedReply));
                    }

                    unfinished.Add(new UnfinishedQuery(entry.ChatKey, MessageStatus.Sent, DateTimeOffset.MaxValue));
                    break;
                case InboundEvent.SendConfirmed confirmed:
                    keys.Add(entry.KeyOf(confirmed.Id));
                    keys.Add(entry.ChatKey.Watermark);
                    own.Add(confirmed.Message);
                    break;
                case InboundEvent.WatermarkReported passed:
                    unfinished.Add(new UnfinishedQuery(entry.ChatKey, StateOf(passed.Report), passed.UpTo + ClockDoubt));
                    break;
                default:
                    break; // typing and moves concern no message
            }
        }

        return new InboundQuery { Chats = chats, Keys = keys, Targets = targets, Own = own, Unfinished = unfinished };
    }

    /// <summary>All that a message may have been told as.</summary>
    public IEnumerable<MessageKey> PartsOf(PlatformMessageId id)
    {
        var entry = this;
        return Enumerable.Range(0, PlatformMessageId.MostParts).Select(index => entry.KeyOf(id.Part(index)));
    }

    private static void AddTo(List<MessageId> own, MessageId? id)
    {
        if (id is { } known)
        {
            own.Add(known);
        }
    }

    private static MessageStatus StateOf(DeliveryReport report) =>
        report == DeliveryReport.Read ? MessageStatus.Read : MessageStatus.Delivered;
}

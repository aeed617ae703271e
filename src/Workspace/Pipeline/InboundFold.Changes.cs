using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Pipeline;

/// <summary>Edits, deletions, reactions and receipts: what changes a message that is there, or will be.</summary>
internal sealed partial class InboundFold
{
    private const string ByContact = "contact";

    /// <summary>
    /// An edit carries all there is to know of its message. One that overtakes its original therefore takes its place, and the
    /// original, when it comes, is a repeat.
    /// </summary>
    private void Edit(InboundEntry entry, InboundEvent.MessageEdited edited)
    {
        var key = entry.KeyOf(edited.Id);
        if (Find(key) is { } message)
        {
            var newest = message.EditedAt is { } last && last >= edited.EditedAt;
            if (!newest && message.DeletedAt is null)
            {
                Replace(message with { Content = Keep(message.Content, edited.Content), EditedAt = edited.EditedAt });
            }

            return;
        }

        var chat = ChatOf(entry, edited.From);
        var placed = Place(entry, chat, edited.Id, edited.From, edited.SentAt, edited.Sequence) with
        {
            ReplyTo = edited.ReplyTo is { } replied ? IdOf(entry.KeyOf(replied)) : null,
            EditedAt = edited.EditedAt,
        };
        Add(entry, chat, key, WithFile(entry, placed, edited.Content));
    }

    /// <summary>An edited caption comes with its file again: the file we have stays.</summary>
    private static MessageContent Keep(MessageContent before, MessageContent after) =>
        before is MessageContent.Media had && after is MessageContent.Media has && had.Kind == has.Kind ? has with { File = had.File } : after;

    private void Change(InboundEntry entry, PlatformMessageId id, DateTimeOffset at)
    {
        var key = entry.KeyOf(id);
        if (Find(key) is { } message)
        {
            ApplyChange(message.Id, entry.Event, at);
        }
        else
        {
            _early.Add(new EarlyChange(key, entry.Event, at, entry.ReceivedAt));
        }
    }

    private void ApplyChange(MessageId id, InboundEvent change, DateTimeOffset at)
    {
        var message = _changed.GetValueOrDefault(id) ?? _new.Values.FirstOrDefault(added => added.Id == id)
            ?? state.Targets.Values.First(target => target.Id == id);
        var changed = After(message, change, at);
        if (changed is not null)
        {
            Replace(changed);
        }
    }

    /// <summary>The message after a change; null when it changes nothing, so that a replay does nothing.</summary>
    private static Message? After(Message message, InboundEvent change, DateTimeOffset at) => change switch
    {
        InboundEvent.MessageDeleted when message.DeletedAt is null => message with
        {
            DeletedAt = at,
            Content = new MessageContent.Text(""),
            Reactions = [],
        },
        InboundEvent.ReactionsChanged reacted when message.DeletedAt is null => React(message, reacted),
        InboundEvent.DeliveryReported reported when MessageStates.Advance(message.Status, reported.Report) is { } status => message with
        {
            Status = status,
            Error = status == MessageStatus.Failed ? reported.Error : null,
        },
        _ => null,
    };

    private static Message? React(Message message, InboundEvent.ReactionsChanged reacted)
    {
        IReadOnlyList<Reaction> reactions =
        [
            .. message.Reactions.Where(reaction => reaction.By != ByContact),
            .. reacted.Emojis.Select(emoji => new Reaction(emoji, ByContact)),
        ];
        return reacted.At < message.ReactedAt || reactions.SequenceEqual(message.Reactions)
            ? null
            : message with { Reactions = reactions, ReactedAt = reacted.At };
    }

    private Message? Find(MessageKey key) => _new.GetValueOrDefault(key)
        ?? (state.Targets.TryGetValue(key, out var target) ? _changed.GetValueOrDefault(target.Id, target) : null);

    private void Replace(Message message)
    {
        var key = new MessageKey(message.ChannelId, message.PlatformId!.Value.Key);
        if (_new.ContainsKey(key))
        {
            _new[key] = message;
        }
        else
        {
            _changed[message.Id] = message;
        }

        foreach (var chat in _chats.Values.Where(chat => chat.Last?.Id == message.Id))
        {
            chat.Last = message;
        }

        _messageChanges.Add(LiveChange.MessageUpdated(message.ToBody()));
    }
}

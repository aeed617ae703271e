using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Pipeline;

/// <summary>Edits, deletions, reactions and receipts: what changes a message that is there, or will be.</summary>
internal sealed partial class InboundFold
{
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
                var changed = message with { Content = Keep(message.Content, edited.Content), EditedAt = edited.EditedAt };
                if (changed.Content is MessageContent.Withheld)
                {
                    Withheld.Add(changed);
                }

                Replace(changed);
            }

            return;
        }

        var chat = ChatOf(entry, edited.From);
        var placed = Place(entry, chat, edited.Id, edited.From, (edited.SentAt, edited.Sequence), edited.Content, edited.ReplyTo);
        Add(entry, chat, key, placed with { EditedAt = edited.EditedAt });
    }

    /// <summary>An edited caption comes with its file again: the file we have stays.</summary>
    private static MessageContent Keep(MessageContent before, MessageContent after) =>
        before is MessageContent.Media had && after is MessageContent.Media has && had.Kind == has.Kind ? has with { File = had.File } : after;

    /// <summary>What came as several entries goes as a whole. One whose parts are not there yet waits under its own id.</summary>
    private void Delete(InboundEntry entry, InboundEvent.MessageDeleted deleted)
    {
        var at = deleted.DeletedAt ?? entry.ReceivedAt;
        foreach (var part in entry.PartsOf(deleted.Id).Skip(1).Select(Find).OfType<Message>())
        {
            ApplyChange(part.Id, deleted, at);
        }

        Change(entry, deleted.Id, at);
    }

    private void Change(InboundEntry entry, PlatformMessageId id, DateTimeOffset at, MessageId? own = null)
    {
        var key = entry.KeyOf(id);
        if ((FindOwn(entry, own) ?? Find(key)) is { } message)
        {
            ApplyChange(message.Id, entry.Event, at);
        }
        else
        {
            _early.Add(new EarlyChange(key, entry.Event, at, entry.ReceivedAt));
        }
    }

    /// <summary>Applies what came before its message, in an earlier batch or in this one.</summary>
    private void ApplyWaiting(MessageKey key, MessageId id, Func<InboundEvent, bool> concerns)
    {
        if (_early.Count + state.Early.Count == 0)
        {
            return; // nearly always
        }

        var waiting = _early.Count == 0 ? state.Early[key] : state.Early[key].Concat(_early.Where(early => early.Key == key));
        foreach (var early in waiting.Where(early => concerns(early.Change)))
        {
            _earlyDone.Add(key);
            ApplyChange(id, early.Change, early.At);
        }
    }

    private void ApplyChange(MessageId id, InboundEvent change, DateTimeOffset at)
    {
        var message = _changed.GetValueOrDefault(id) ?? _new.Values.FirstOrDefault(added => added.Id == id)
            ?? state.Own.GetValueOrDefault(id) ?? state.Targets.Values.First(target => target.Id == id);
        var changed = MessageChanges.After(message, change, at);
        if (changed is null)
        {
            return;
        }

        if (message.Content is MessageContent.Withheld && changed.DeletedAt is not null)
        {
            WithheldGone.Add(message);
        }

        // A file of ours may be in other messages too; one of a customer's is in this alone.
        if (message is { Direction: MessageDirection.Inbound, Content.Attached.Id: { } file } && changed.DeletedAt is not null)
        {
            GoneFiles.Add(file);
        }

        Replace(changed);
    }

    /// <summary>A message of ours in this very conversation that has at least begun to leave.</summary>
    private Message? FindOwn(InboundEntry entry, MessageId? id) =>
        id is { } own && state.Own.TryGetValue(own, out var message) && message.ConversationId == ConversationOf(entry)
            && message.Status != MessageStatus.Queued
            ? Current(message)
            : null;

    private Message? Find(MessageKey key)
    {
        if (_confirmed.TryGetValue(key, out var confirmed))
        {
            return _changed[confirmed];
        }

        return _new.GetValueOrDefault(key) ?? (state.Targets.TryGetValue(key, out var target) ? Current(target) : null);
    }

    /// <summary>A stored message as this batch has left it so far.</summary>
    private Message Current(Message message) => _changed.GetValueOrDefault(message.Id, message);

    private void Replace(Message message)
    {
        if (message.PlatformId is { } id && _new.TryGetValue(new MessageKey(message.ChannelId, id.Key), out var added) && added.Id == message.Id)
        {
            _new[new MessageKey(message.ChannelId, id.Key)] = message;
        }
        else
        {
            _changed[message.Id] = message;
        }

        var body = message.ToBody();
        foreach (var chat in _chats.Values.Where(chat => chat.Last?.Id == message.Id))
        {
            chat.Show(message, body);
        }

        _messageChanges.Add(LiveChange.MessageUpdated(body));
    }
}

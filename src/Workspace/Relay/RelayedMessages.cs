using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Relay;

/// <summary>What a platform brought to be kept: what was said, by whom, and when it was edited.</summary>
internal readonly record struct PassingWords(MessageContent Content, string? Name = null, DateTimeOffset? EditedAt = null)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PassingWords);
}

/// <summary>
/// What messages of pass-through channels say, in memory under what they are called: by the platform, or by us where we wrote them.
/// </summary>
internal sealed class RelayedMessages(IRelay relay, RelayDesks desks)
{
    /// <summary>A stored time is cut to microseconds.</summary>
    private static readonly TimeSpan StoredDoubt = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Keeps what came from a platform. An edit takes the place of what is there; a repeat does not, nor an edit older than the one that is.
    /// </summary>
    /// <param name="added">Whether it is new here: then it is for the caller to let it go should the rest fail.</param>
    /// <returns>False while there is no room.</returns>
    public bool TryKeep(ChannelId channel, PlatformMessageId id, PassingWords words, out bool added)
    {
        var message = new RelayedMessage(desks.Serving(channel), words.Content, words.Name, words.EditedAt);
        var name = NameOf(channel, id);
        var known = relay.Find<RelayedMessage>(name);
        added = known is null;
        return message.EditedAt is { } at && known is not null && (known.EditedAt is null || known.EditedAt < at)
            ? relay.TryPut(name, message, message.Bytes)
            : relay.TryKeep(name, message, message.Bytes);
    }

    /// <summary>Keeps what a message of ours says, in the place of what it said before. False while there is no room.</summary>
    /// <param name="isUnsent">Whether Delivery will ask for it.</param>
    public bool TryKeep(ChannelId channel, MessageId id, MessageContent content, DateTimeOffset? editedAt, bool isUnsent)
    {
        var message = new RelayedMessage(desks.Serving(channel), content, editedAt: editedAt) { IsUnsent = isUnsent };
        return relay.TryPut(NameOf(id), message, message.Bytes);
    }

    /// <summary>Keeps what messages of ours say that are about to be queued: all, or none while there is no room.</summary>
    public bool TryKeep(ChannelId channel, IReadOnlyList<MessageId> ids, IReadOnlyList<MessageContent> contents)
    {
        for (var index = 0; index < ids.Count; index++)
        {
            if (!TryKeep(channel, ids[index], contents[index], editedAt: null, isUnsent: true))
            {
                foreach (var kept in ids.Take(index))
                {
                    relay.Release(NameOf(kept));
                }

                return false;
            }
        }

        return true;
    }

    /// <summary>The file that a reply of a desk names; null when it is not in memory.</summary>
    public RelayedFile? FindFile(MediaId id) => relay.Find<RelayedFile>(RelayedFile.NameOf(id));

    /// <summary>Keeps such a file. False while there is no room.</summary>
    public bool TryKeep(RelayedFile file) => relay.TryKeep(RelayedFile.NameOf(file.File.Id), file, file.Bytes.Length);

    /// <summary>What a stored message says; null when that is not in memory.</summary>
    public RelayedMessage? Find(Message message) =>
        relay.Find<RelayedMessage>(NameOf(message.Id)) ?? (message.PlatformId is { } id ? Find(message.ChannelId, id) : null);

    /// <summary>What a platform's message says; null when that is not in memory.</summary>
    public RelayedMessage? Find(ChannelId channel, PlatformMessageId id) => relay.Find<RelayedMessage>(NameOf(channel, id));

    /// <summary>Whether a desk that serves the channel now could read it.</summary>
    public bool HasReader(ChannelId channel) => desks.Serving(channel).Count > 0;

    /// <summary>Counts a desk among those that are done with a message. Whether it can be let go, as all are.</summary>
    /// <param name="told">The edit the desk knows of: what it was not told of yet it cannot be done with.</param>
    public bool Done(DeskId desk, Message message, DateTimeOffset? told)
    {
        if (Find(message) is not { } kept || kept.EditedAt - (told ?? DateTimeOffset.MinValue) > StoredDoubt)
        {
            return false;
        }

        kept.MarkDone(desk);
        return IsTaken(message);
    }

    /// <summary>One of ours has arrived: Delivery needs it no more.</summary>
    public void Sent(Message message)
    {
        Find(message)?.MarkSent();
        ReleaseTaken(message);
    }

    /// <summary>Whether nobody waits for a message any more, be it that the last one is switched off.</summary>
    public bool IsTaken(Message message) => Find(message)?.IsTaken(desks.Serving(message.ChannelId)) == true;

    /// <summary>Lets go what a message says, and the file in it.</summary>
    public void Release(Message message)
    {
        if (Find(message)?.Content.Attached?.Id is { } file)
        {
            relay.Release(RelayedFile.NameOf(file));
        }

        relay.Release(NameOf(message.Id));
        if (message.PlatformId is { } id)
        {
            Release(message.ChannelId, id.Key);
        }
    }

    /// <summary>Lets go what nobody waits for any more, and not an edit that has taken its place meanwhile.</summary>
    public void ReleaseTaken(Message message)
    {
        if (Find(message) is not { } kept || !kept.IsTaken(desks.Serving(message.ChannelId)))
        {
            return;
        }

        if (kept.Content.Attached?.Id is { } file)
        {
            relay.Release(RelayedFile.NameOf(file));
        }

        relay.Release(NameOf(message.Id), kept);
        if (message.PlatformId is { } id)
        {
            relay.Release(NameOf(message.ChannelId, id), kept);
        }
    }

    /// <summary>Lets go what came under a platform's id, as <see cref="PlatformMessageId.Key"/>.</summary>
    public void Release(ChannelId channel, string key) => relay.Release($"message/{channel}/{key}");

    private static string NameOf(ChannelId channel, PlatformMessageId id) => $"message/{channel}/{id.Key}";

    private static string NameOf(MessageId id) => $"message/{id}";
}

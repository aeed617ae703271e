using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Relay;

/// <summary>What operators may not write where nothing that is said may be stored. A deleted channel is what it was.</summary>
internal sealed class PassThroughRules(ChannelDirectory directory, IChannelStore channels)
{
    private readonly ConcurrentDictionary<ChannelId, bool> _deleted = [];

    /// <summary>Whether conversations of a channel are stored without what is said in them.</summary>
    public async ValueTask<bool> ConcernAsync(ChannelId id, CancellationToken cancellationToken)
    {
        if (directory.Find(id) is { } live)
        {
            return PassingEvents.Concerns(live);
        }

        if (!_deleted.TryGetValue(id, out var concerned))
        {
            _deleted[id] = concerned = await channels.FindAsync(id, cancellationToken) is { Privacy: ChannelPrivacy.PassThrough };
        }

        return concerned;
    }

    /// <summary>Why something cannot be written in a conversation; null where it can.</summary>
    public async ValueTask<Refusal?> FindObjectionAsync(ChannelId channel, string what, CancellationToken cancellationToken) =>
        await ConcernAsync(channel, cancellationToken)
            ? new Refusal.PassThrough($"This is a conversation of a pass-through channel, where nothing that is said is stored. {what}")
            : null;

    /// <summary>Why something cannot be written about a person; null where it can.</summary>
    public async ValueTask<Refusal?> FindObjectionAsync(ContactRow contact, CancellationToken cancellationToken) =>
        await ConcernAsync(contact, cancellationToken)
            ? new Refusal.PassThrough("This person writes through a pass-through channel: nothing is stored of them but ids, labels and times.")
            : null;

    /// <summary>Whether a person writes through such a channel.</summary>
    public async ValueTask<bool> ConcernAsync(ContactRow contact, CancellationToken cancellationToken)
    {
        foreach (var identity in contact.Identities)
        {
            if (await ConcernAsync(identity.ChannelId, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}

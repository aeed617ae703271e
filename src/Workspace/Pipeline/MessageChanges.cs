using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;

namespace Rozmova.Workspace.Pipeline;

/// <summary>What deletions, reactions and receipts make of a message, whether they find it or have waited for it.</summary>
internal static class MessageChanges
{
    /// <summary>The message after a change; null when it changes nothing, so that a replay does nothing.</summary>
    public static Message? After(Message message, InboundEvent change, DateTimeOffset at) => change switch
    {
        InboundEvent.MessageDeleted when message.DeletedAt is null => message with
        {
            DeletedAt = at,
            Content = new MessageContent.Text(""),
            Reactions = [],
        },
        InboundEvent.ReactionsChanged reacted when message.DeletedAt is null => React(message, reacted),
        _ => MessageStates.After(message, change),
    };

    private static Message? React(Message message, InboundEvent.ReactionsChanged reacted)
    {
        IReadOnlyList<Reaction> reactions =
        [
            .. message.Reactions.Where(reaction => reaction.By != Reaction.ByContact),
            .. reacted.Emojis.Select(emoji => new Reaction(emoji, Reaction.ByContact)),
        ];
        return reacted.At < message.ReactedAt || reactions.SequenceEqual(message.Reactions)
            ? null
            : message with { Reactions = reactions, ReactedAt = reacted.At };
    }
}

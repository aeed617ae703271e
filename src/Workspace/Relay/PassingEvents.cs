using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Relay;

/// <summary>The door of pass-through channels: what events say goes to memory, what is left of them to the journal.</summary>
internal sealed class PassingEvents(RelayedMessages messages)
{
    /// <summary>Whether what comes through a channel may be stored nowhere.</summary>
    public static bool Concerns(LiveChannel channel) => channel.Row.Privacy == ChannelPrivacy.PassThrough;

    /// <summary>Takes a request's events apart. All of what they say is kept, or none.</summary>
    /// <param name="isReplay">It is in our journal and not with its sender any more: what cannot be kept is lost.</param>
    /// <exception cref="CannotRelayException">Nobody could read it, or there is no room: its sender has to keep it.</exception>
    public IReadOnlyList<InboundEvent> Pass(ChannelId channel, IReadOnlyList<InboundEvent> events, bool isReplay)
    {
        if (FindObstacle(channel, events) is { } obstacle && !isReplay)
        {
            throw new CannotRelayException(obstacle);
        }

        return [.. events.Select(StrippedEvents.Strip).OfType<InboundEvent>()];
    }

    private string? FindObstacle(ChannelId channel, IReadOnlyList<InboundEvent> events)
    {
        List<PlatformMessageId> added = [];
        foreach (var (id, words) in events.Select(Words).OfType<(PlatformMessageId, PassingWords)>())
        {
            if (!messages.HasReader(channel))
            {
                return CannotRelayException.NoDesk;
            }

            if (!messages.TryKeep(channel, id, words, out var isNew))
            {
                added.ForEach(kept => messages.Release(channel, kept.Key));
                return CannotRelayException.Full;
            }

            if (isNew)
            {
                added.Add(id);
            }
        }

        return null;
    }

    private static (PlatformMessageId Id, PassingWords Words)? Words(InboundEvent told) => told switch
    {
        InboundEvent.MessageReceived received => (received.Id, new PassingWords(received.Content, received.From.Name)),
        InboundEvent.MessageEdited edited => (edited.Id, new PassingWords(edited.Content, edited.From.Name, edited.EditedAt)),
        InboundEvent.MessageEchoed echoed => (echoed.Id, new PassingWords(echoed.Content)),
        _ => null,
    };
}

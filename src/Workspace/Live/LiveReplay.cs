using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Live;

/// <summary>Looks a remembered change up as it stands now: what was missed is replayed without having been stored twice.</summary>
internal sealed class LiveReplay(ConversationBodies conversations, ContactBodies contacts, ChannelDirectory channels) : ILiveBodies
{
    /// <inheritdoc/>
    public async ValueTask<object?> LoadAsync(LiveType type, Guid subject, CancellationToken cancellationToken) => type switch
    {
        LiveType.MessageCreated or LiveType.MessageUpdated =>
            await conversations.FindMessageAsync(new MessageId(subject), cancellationToken),
        LiveType.ConversationCreated or LiveType.ConversationUpdated =>
            await conversations.FindAsync(new ConversationId(subject), cancellationToken),
        LiveType.ConversationClaimed or LiveType.ConversationReleased =>
            await conversations.FindAsync(new ConversationId(subject), cancellationToken) is { } conversation
                ? new ClaimChangeBody(conversation.Id, conversation.Claim)
                : null,
        LiveType.ChannelUpdated => await channels.FindAsync(new ChannelId(subject), cancellationToken) is { } channel
            ? channel.Row.ToSummary(channel.Platform)
            : null,
        LiveType.ContactUpdated => await contacts.FindAsync(new ContactId(subject), cancellationToken),
        LiveType.ScheduleChanged => new ScheduleChangedBody(new ConversationId(subject)),
        _ => null,
    };
}

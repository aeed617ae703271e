using System.Collections.Concurrent;
using Rozmova.Messaging;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Conversations and messages as the API and the live feed show them: the one place that joins a conversation with its channel,
/// also with a deleted one, and its platform's reply window.
/// </summary>
public sealed class ConversationBodies(
    IConversationStore conversations, ChannelDirectory directory, IChannelStore channels, PlatformCatalogue platforms, TimeProvider time)
{
    private readonly ConcurrentDictionary<ChannelId, ConversationChannelBody> _deleted = new();

    /// <summary>One conversation by id; null when there is none.</summary>
    public async ValueTask<ConversationBody?> FindAsync(ConversationId id, CancellationToken cancellationToken) =>
        await conversations.FindAsync(id, cancellationToken) is { } row ? await OfAsync(row, cancellationToken) : null;

    /// <summary>One entry by id; null when there is none.</summary>
    public async ValueTask<MessageBody?> FindMessageAsync(MessageId id, CancellationToken cancellationToken) =>
        (await conversations.FindMessageAsync(id, cancellationToken))?.ToBody();

    /// <summary>A row of the inbox.</summary>
    public async ValueTask<ConversationBody> OfAsync(ConversationRow row, CancellationToken cancellationToken) =>
        await OfAsync(row.Conversation, row.Last, cancellationToken) with { Match = row.Match?.ToBody() };

    /// <summary>A conversation with its newest entry.</summary>
    public async ValueTask<ConversationBody> OfAsync(Conversation conversation, Message? last, CancellationToken cancellationToken)
    {
        var channel = directory.Find(conversation.ChannelId)?.Body ?? await FindDeletedAsync(conversation.ChannelId, cancellationToken);
        var window = platforms.Find(channel.Platform)?.Capabilities.ReplyWindow;
        return conversation.ToBody(channel, last?.ToBody(), window, time.GetUtcNow());
    }

    private async ValueTask<ConversationChannelBody> FindDeletedAsync(ChannelId id, CancellationToken cancellationToken)
    {
        if (_deleted.TryGetValue(id, out var known))
        {
            return known;
        }

        var channel = await channels.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Channel {id} has conversations but no row.");
        return _deleted[id] = new ConversationChannelBody(id, channel.Platform, channel.Name);
    }
}

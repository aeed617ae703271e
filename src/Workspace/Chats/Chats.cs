using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Chats;

/// <summary>One chat as its customer may see it: from the store what was, from the live feed what comes.</summary>
internal sealed class Chats(IConversationStore conversations, ChatFollowers followers) : IChats
{
    /// <inheritdoc/>
    public async ValueTask<ChatPage> ReadAsync(
        ChannelId channel, string chat, MessageId? before, int limit, CancellationToken cancellationToken)
    {
        if (await conversations.FindByChatAsync(channel, chat, cancellationToken) is not { } conversation)
        {
            return new ChatPage([], HasMore: false, Unread: 0);
        }

        MessageCursor? place = null;
        if (before is { } id)
        {
            // Of another conversation it is as good as none: nobody reads elsewhere by guessing ids.
            if (await conversations.FindMessageAsync(id, cancellationToken) is not { } message || message.ConversationId != conversation.Id)
            {
                return new ChatPage([], HasMore: false, conversation.Unread);
            }

            place = CursorOf(message);
        }

        return await ReadAsync(conversation, place, limit, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IDisposable> FollowAsync(
        ChannelId channel, string chat, IChatFollower follower, CancellationToken cancellationToken)
    {
        // First in line, then the look-up: a conversation that begins between the two is learned from the feed.
        var following = followers.Add(channel, chat, follower);
        try
        {
            if (await conversations.FindByChatAsync(channel, chat, cancellationToken) is { } conversation)
            {
                followers.Learn(conversation.Id, channel, chat);
            }

            return following;
        }
        catch
        {
            following.Dispose();
            throw;
        }
    }

    /// <summary>Reads on until the page is full, as notes and events are passed over.</summary>
    private async ValueTask<ChatPage> ReadAsync(
        Conversation conversation, MessageCursor? before, int limit, CancellationToken cancellationToken)
    {
        var found = new List<ChatEntry>();
        IReadOnlyList<Message> page;
        do
        {
            page = await conversations.ListMessagesAsync(conversation.Id, before, limit + 1, cancellationToken);
            found.InsertRange(0, page.Select(message => ChatEntries.Of(message.ToBody())).OfType<ChatEntry>());
            before = page.Count > 0 ? CursorOf(page[0]) : before;
        }
        while (found.Count <= limit && page.Count > limit);
        return new ChatPage([.. found.TakeLast(limit)], HasMore: found.Count > limit, conversation.Unread);
    }

    private static MessageCursor CursorOf(Message message) => new(message.Order, message.Seq);
}

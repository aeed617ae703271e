using System.Collections.Immutable;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Chats;

/// <summary>
/// Passes what the live feed pushes on to those who follow one chat. The feed names conversations, a follower names a chat: which is
/// which is looked up once, or learned when the chat's conversation begins.
/// </summary>
internal sealed class ChatFollowers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(ChannelId Channel, string Chat), ImmutableArray<IChatFollower>> _followers = [];
    private readonly Dictionary<ConversationId, (ChannelId Channel, string Chat)> _chats = [];

    public ChatFollowers(LiveFeed feed) => feed.Pushed += change =>
    {
        lock (_gate)
        {
            if (_followers.Count > 0)
            {
                Pass(change);
            }
        }
    };

    public IDisposable Add(ChannelId channel, string chat, IChatFollower follower)
    {
        var key = (channel, chat);
        lock (_gate)
        {
            _followers[key] = _followers.GetValueOrDefault(key, []).Add(follower);
        }

        return new Following(() => Remove(key, follower));
    }

    /// <summary>Says which conversation a followed chat is.</summary>
    public void Learn(ConversationId conversation, ChannelId channel, string chat)
    {
        lock (_gate)
        {
            if (_followers.ContainsKey((channel, chat)))
            {
                _chats[conversation] = (channel, chat);
            }
        }
    }

    private void Pass(LiveChange change)
    {
        switch (change.Body)
        {
            case ConversationBody conversation when _followers.TryGetValue((conversation.Channel.Id, conversation.Chat), out var followers):
                _chats[conversation.Id] = (conversation.Channel.Id, conversation.Chat);
                foreach (var follower in followers)
                {
                    follower.Seen(conversation.Unread);
                }

                break;
            case MessageBody message when _chats.TryGetValue(message.ConversationId, out var chat) && ChatEntries.Of(message) is { } entry:
                foreach (var follower in _followers[chat])
                {
                    follower.Changed(entry);
                }

                break;
            default:
                break; // of nobody who is here
        }
    }

    private void Remove((ChannelId Channel, string Chat) key, IChatFollower follower)
    {
        lock (_gate)
        {
            var rest = _followers[key].Remove(follower);
            if (!rest.IsEmpty)
            {
                _followers[key] = rest;
                return;
            }

            _followers.Remove(key);
            foreach (var conversation in _chats.Where(pair => pair.Value == key).Select(pair => pair.Key).ToList())
            {
                _chats.Remove(conversation);
            }
        }
    }

    private sealed class Following(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}

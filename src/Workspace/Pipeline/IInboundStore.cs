using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Pipeline;

/// <summary>An identity: a chat on a channel.</summary>
public readonly record struct ChatKey(ChannelId Channel, string Chat)
{
    /// <summary>What a watermark of this chat waits under for a message that is still being sent.</summary>
    public MessageKey Watermark => new(Channel, $"watermark of {Chat}");
}

/// <summary>A message by the platform's id, unique per channel.</summary>
public readonly record struct MessageKey(ChannelId Channel, string Key);

/// <summary>A conversation with what its platform last called the person.</summary>
public sealed record InboundChat(Conversation Conversation, string? IdentityName)
{
    /// <summary>Of a new one: what else the platform told of the person.</summary>
    public Profile Person { get; init; } = new();

    /// <summary>What may be answered by a number, where our newest buttons became numbered lines.</summary>
    public NumberedChoices? Choices { get; init; }

    /// <summary>Of a changed one: its status, and until when it is put away, are as they were.</summary>
    public bool KeepsStatus { get; init; }
}

/// <summary>A deletion, reaction or receipt that came before its message.</summary>
public sealed record EarlyChange(MessageKey Key, InboundEvent Change, DateTimeOffset At, DateTimeOffset ReceivedAt);

/// <summary>A file to be fetched for a message.</summary>
public sealed record InboundMedia(MediaId Id, ChannelId ChannelId, MessageId MessageId, Attachment File, DateTimeOffset CreatedAt);

/// <summary>What a batch wants to know before it is applied.</summary>
public sealed record InboundQuery
{
    /// <summary>The chats it speaks of: their conversations are locked until the commit.</summary>
    public required IReadOnlyCollection<ChatKey> Chats { get; init; }

    /// <summary>Messages it brings or answers: is the place taken, and by which of ours?</summary>
    public required IReadOnlyCollection<MessageKey> Keys { get; init; }

    /// <summary>
    /// Messages it changes, and their chats: wanted whole. One of ours that is just being written down as sent is waited for, so that a change
    /// either finds it or waits where Delivery looks.
    /// </summary>
    public IReadOnlyDictionary<MessageKey, ChatKey> Targets { get; init; } = new Dictionary<MessageKey, ChatKey>();

    /// <summary>Messages of ours it speaks of by our own id: wanted whole, and locked.</summary>
    public IReadOnlyCollection<MessageId> Own { get; init; } = [];

    /// <summary>Messages of ours it may concern without naming them: likewise.</summary>
    public IReadOnlyCollection<UnfinishedQuery> Unfinished { get; init; } = [];
}

/// <summary>Messages of ours in a chat that left, or may have left, until a moment, and have not come as far as <paramref name="Below"/>.</summary>
public readonly record struct UnfinishedQuery(ChatKey Chat, MessageStatus Below, DateTimeOffset Until);

/// <summary>The answers.</summary>
public sealed record InboundState(
    Dictionary<ChatKey, InboundChat> Chats, Dictionary<MessageKey, MessageId> Known, Dictionary<MessageKey, Message> Targets,
    ILookup<MessageKey, EarlyChange> Early)
{
    /// <summary>What <see cref="InboundQuery.Own"/> and <see cref="InboundQuery.Unfinished"/> found.</summary>
    public IReadOnlyDictionary<MessageId, Message> Own { get; init; } = new Dictionary<MessageId, Message>();
}

/// <summary>All that a batch changes.</summary>
public sealed record InboundChanges
{
    /// <summary>Nothing at all.</summary>
    public static InboundChanges None { get; } = new()
    {
        NewChats = [],
        ChangedChats = [],
        RenamedChats = [],
        BlockedChats = [],
        NewMessages = [],
        ChangedMessages = [],
        Media = [],
        Early = [],
        EarlyDone = [],
    };

    public required IReadOnlyCollection<InboundChat> NewChats { get; init; }

    /// <summary>Existing conversations whose state changed; new ones carry theirs already.</summary>
    public required IReadOnlyCollection<InboundChat> ChangedChats { get; init; }

    /// <summary>Those of <see cref="ChangedChats"/> whose person the platform now calls otherwise.</summary>
    public required IReadOnlyCollection<InboundChat> RenamedChats { get; init; }

    /// <summary>Those of <see cref="ChangedChats"/> whose person blocked us, or no longer does.</summary>
    public required IReadOnlyCollection<InboundChat> BlockedChats { get; init; }

    public required IReadOnlyCollection<Message> NewMessages { get; init; }

    public required IReadOnlyCollection<Message> ChangedMessages { get; init; }

    public required IReadOnlyCollection<InboundMedia> Media { get; init; }

    public required IReadOnlyCollection<EarlyChange> Early { get; init; }

    /// <summary>Messages that came, whose early changes are now applied.</summary>
    public required IReadOnlyCollection<MessageKey> EarlyDone { get; init; }

    /// <summary>Messages of ours that turned out to have arrived: they leave the outbox.</summary>
    public IReadOnlyCollection<MessageId> Arrived { get; init; } = [];
}

/// <summary>
/// The statements behind the inbound pipeline: a handful per batch, whatever its size. An implementation per engine, because here
/// it counts. HOT: measured by the intake benchmark.
/// </summary>
public interface IInboundStore
{
    ValueTask<InboundState> LoadAsync(Transaction transaction, InboundQuery query);

    /// <summary>What came before these messages did, and nothing else: all that Delivery asks.</summary>
    ValueTask<ILookup<MessageKey, EarlyChange>> FindEarlyAsync(Transaction transaction, IReadOnlyCollection<MessageKey> keys);

    /// <summary>
    /// Writes everything. A place already taken (another node was quicker) throws, the transaction rolls back, and the batch is applied anew.
    /// </summary>
    ValueTask SaveAsync(Transaction transaction, InboundChanges changes);

    /// <summary>Gives a chat its new id, unless that id has a conversation of its own.</summary>
    ValueTask MoveChatAsync(Transaction transaction, ChatKey from, string to);

    /// <summary>Forgets changes that came before then and whose message never did.</summary>
    ValueTask ForgetEarlyAsync(Transaction transaction, DateTimeOffset before);
}

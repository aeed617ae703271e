using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Conversations;

/// <summary>A conversation with its newest entry: one row of the inbox.</summary>
public sealed record ConversationRow(Conversation Conversation, Message? Last)
{
    /// <summary>Where it stands in the list it was read for: what its cursor needs beside its id.</summary>
    public long Place { get; init; }

    /// <summary>The newest entry with the words looked for; null where a name or an id was found, or nothing was looked for.</summary>
    public Message? Match { get; init; }
}

/// <summary>What the inbox is sorted by.</summary>
public enum ConversationOrder
{
    /// <summary>The newest activity first.</summary>
    Newest = 1,

    /// <summary>The oldest activity first.</summary>
    Oldest = 2,

    /// <summary>Whoever waits longest first; those who do not wait come last.</summary>
    Waiting = 3,

    /// <summary>What nobody has read first, then the newest activity.</summary>
    Unread = 4,
}

/// <summary>How many conversations each view of the inbox holds for one operator.</summary>
public readonly record struct InboxCounts(long Mine, long Unassigned, long Open, long Snoozed, long Closed);

/// <summary>What the inbox is asked for. Null means any.</summary>
public sealed record ConversationFilter
{
    public ConversationStatus? Status { get; init; }

    /// <summary>Only those this operator holds now.</summary>
    public OperatorId? ClaimedBy { get; init; }

    /// <summary>Only those nobody holds now.</summary>
    public bool Unclaimed { get; init; }

    public string? Platform { get; init; }

    public ChannelId? ChannelId { get; init; }

    public ContactId? ContactId { get; init; }

    public string? Label { get; init; }

    /// <summary>Only those whose customer has waited at least this many minutes.</summary>
    public int? WaitingMinutes { get; init; }

    /// <summary>What a person typed: words of messages and names, or an id of ours or the platform's; see <see cref="SearchTerms"/>.</summary>
    public string? Query { get; init; }

    /// <summary>The channels that the query's <c>channel:</c> names; null where it names none.</summary>
    public IReadOnlyList<ChannelId>? Among { get; init; }

    public ConversationOrder Order { get; init; } = ConversationOrder.Newest;
}

/// <summary>Where the next page of the inbox begins: after this place in its order, and this id.</summary>
public readonly record struct ConversationCursor(long Place, ConversationId Id);

/// <summary>A place in a conversation: the next page begins before or after it.</summary>
public readonly record struct MessageCursor(ReadingOrder Order, long Seq);

/// <summary>A place in a person's timeline: the next page begins before it.</summary>
public readonly record struct TimelineCursor(DateTimeOffset At, MessageId Id)
{
    /// <summary>Where an entry stands.</summary>
    public static TimelineCursor Of(Message message) =>
        new(message.Direction == MessageDirection.Inbound ? message.Order.Time : message.CreatedAt, message.Id);
}

/// <summary>Reads and writes conversations and their messages. The methods with a transaction are for commands.</summary>
public interface IConversationStore
{
    /// <summary>A page of the inbox, in the order asked for.</summary>
    ValueTask<IReadOnlyList<ConversationRow>> ListAsync(
        ConversationFilter filter, DateTimeOffset now, ConversationCursor? after, int limit, CancellationToken cancellationToken);

    /// <summary>How much there is of each view for this operator.</summary>
    ValueTask<InboxCounts> CountAsync(OperatorId me, DateTimeOffset now, CancellationToken cancellationToken);

    ValueTask<ConversationRow?> FindAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>The conversation of an identity; null when it never wrote.</summary>
    ValueTask<Conversation?> FindByChatAsync(ChannelId channel, string chat, CancellationToken cancellationToken);

    /// <summary>The page of entries that reads right before <paramref name="before"/> (null: the newest), oldest first.</summary>
    ValueTask<IReadOnlyList<Message>> ListMessagesAsync(
        ConversationId id, MessageCursor? before, int limit, CancellationToken cancellationToken);

    /// <summary>The page of entries that reads right after <paramref name="after"/> (null: from the beginning), oldest first.</summary>
    ValueTask<IReadOnlyList<Message>> ListMessagesAfterAsync(
        ConversationId id, MessageCursor? after, int limit, CancellationToken cancellationToken);

    ValueTask<Message?> FindMessageAsync(MessageId id, CancellationToken cancellationToken);

    /// <summary>What a message said before it was edited, oldest first; nothing of one that was taken back.</summary>
    ValueTask<IReadOnlyList<EarlierWords>> ListEarlierWordsAsync(MessageId id, CancellationToken cancellationToken);

    /// <summary>The customer's newest message, by the platform's id; null when they wrote none.</summary>
    ValueTask<PlatformMessageId?> FindNewestInboundAsync(ConversationId id, CancellationToken cancellationToken);

    /// <summary>Conversations of a channel whose person the platform has not named, the liveliest first.</summary>
    ValueTask<IReadOnlyList<(ConversationId Id, string Chat)>> ListNamelessAsync(
        ChannelId channel, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>Reads a conversation for a change: nobody else changes it before the commit.</summary>
    ValueTask<Conversation?> LockAsync(Transaction transaction, ConversationId id);

    /// <summary>Writes everything of a conversation that can change.</summary>
    ValueTask SaveAsync(Transaction transaction, Conversation conversation);

    /// <summary>Writes by which labels it is found: wanted beside <see cref="SaveAsync"/> where these changed, as they seldom do.</summary>
    ValueTask SaveLabelsAsync(Transaction transaction, Conversation conversation);

    /// <summary>Reads an entry as this transaction sees it.</summary>
    ValueTask<Message?> FindMessageAsync(Transaction transaction, MessageId id);

    /// <summary>Reads an entry for a change: nobody else changes it before the commit.</summary>
    ValueTask<Message?> LockMessageAsync(Transaction transaction, MessageId id);

    /// <summary>
    /// Reads our messages to a chat that are on their way or out, below a state, and left until a moment or at none yet known: for a change.
    /// </summary>
    ValueTask<IReadOnlyList<Message>> LockUnfinishedAsync(
        Transaction transaction, ChannelId channel, string chat, MessageStatus below, DateTimeOffset until);

    /// <summary>Reads entries newer than <paramref name="seq"/>, in seq order: what its writer had not seen.</summary>
    ValueTask<IReadOnlyList<Message>> ListAfterAsync(Transaction transaction, ConversationId id, long seq);

    /// <summary>Adds an entry. False, and nothing changed, when the channel has a message of this platform id already.</summary>
    ValueTask<bool> AddMessageAsync(Transaction transaction, Message message);

    /// <summary>Writes what can change of an entry: content, state, platform id, edit and deletion times, reactions.</summary>
    ValueTask UpdateMessageAsync(Transaction transaction, Message message);

    /// <summary>The conversations this operator holds, locked.</summary>
    ValueTask<IReadOnlyList<Conversation>> LockHeldByAsync(Transaction transaction, OperatorId id);

    /// <summary>All conversations of these contacts, locked.</summary>
    ValueTask<IReadOnlyList<Conversation>> LockOfContactsAsync(Transaction transaction, IReadOnlyCollection<ContactId> ids);

    /// <summary>
    /// The page of entries of all of a person's conversations before <paramref name="before"/> (null: the newest), oldest first: what they
    /// wrote by the platform's time, the rest by ours.
    /// </summary>
    ValueTask<IReadOnlyList<Message>> ListTimelineAsync(
        ContactId id, TimelineCursor? before, int limit, CancellationToken cancellationToken);

    /// <summary>Snoozed conversations whose time has come.</summary>
    ValueTask<IReadOnlyList<ConversationId>> ListDueSnoozesAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

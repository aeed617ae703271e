using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Delivery;

/// <summary>A conversation with something to send.</summary>
public sealed record WaitingConversation(ChannelId ChannelId, ConversationId ConversationId);

/// <summary>The next message of a conversation, with everything needed to send it.</summary>
public sealed record Departure
{
    public required Message Message { get; init; }

    /// <summary>Where it goes, by the platform's id as it is now.</summary>
    public required string Chat { get; init; }

    /// <summary>The platform's id of the message it answers; null when it answers none, or none the platform knows.</summary>
    public PlatformMessageId? ReplyTo { get; init; }

    /// <summary>When the customer last wrote.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>How often it certainly did not arrive.</summary>
    public int Attempts { get; init; }

    /// <summary>Not before.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When patience began; null before the first try and after the channel was mended.</summary>
    public DateTimeOffset? FirstTriedAt { get; init; }

    public bool ChannelDeleted { get; init; }

    /// <summary>Whether others of its conversation wait behind it.</summary>
    public bool More { get; init; }
}

/// <summary>What came of a departure, as it is written down.</summary>
public abstract record DeliveryResult(Message Message)
{
    /// <summary>Where it went, by the platform's id; null where nothing left.</summary>
    public string? Chat { get; init; }

    /// <summary>Final for Delivery: sent, unknown or failed. It leaves the outbox.</summary>
    public sealed record Settled(Message Message) : DeliveryResult(Message);

    /// <summary>It certainly did not arrive and is tried again; queued where the platform did not so much as look at it.</summary>
    public sealed record PutBack(Message Message, int Attempts, DateTimeOffset DueAt, DateTimeOffset? FirstTriedAt) : DeliveryResult(Message);
}

/// <summary>The outbox as Delivery sees it. Order within a conversation is decided here: only its first message is ever handed out.</summary>
public interface IDeliveryStore
{
    /// <summary>Every conversation with something to send, the longest waiting first.</summary>
    ValueTask<IReadOnlyList<WaitingConversation>> ListWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Messages whose request may have left before we stopped. Asked at start, before anything is sent.</summary>
    ValueTask<IReadOnlyList<Message>> ListInterruptedAsync(CancellationToken cancellationToken);

    /// <summary>The first waiting message of each of these conversations, in no particular order.</summary>
    ValueTask<IReadOnlyList<Departure>> LoadNextAsync(IReadOnlyList<ConversationId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Marks messages as on their way by <paramref name="process"/>. Returns those it took: others are on their way by another process.
    /// </summary>
    ValueTask<IReadOnlyList<MessageId>> MarkSendingAsync(
        Transaction transaction, IReadOnlyList<MessageId> ids, Guid process, DateTimeOffset now);

    /// <summary>Writes results. States only go forward, but for what was sending and is queued again. Returns those that changed a message.</summary>
    ValueTask<IReadOnlyList<Message>> RecordAsync(Transaction transaction, IReadOnlyList<DeliveryResult> results);
}

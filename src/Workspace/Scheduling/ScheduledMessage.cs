using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Scheduling;

/// <summary>A reply that is to be sent later. Its error, once it has one, keeps it until a person decides.</summary>
public sealed record ScheduledMessage
{
    public required Guid Id { get; init; }

    public required ConversationId ConversationId { get; init; }

    public required OperatorId AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required MessageContent Content { get; init; }

    public MessageId? ReplyTo { get; init; }

    public required DateTimeOffset SendAt { get; init; }

    public SendError? Error { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(ScheduledMessage)} {Id}";
}

/// <summary>Where a scheduled message stands. One that was sent is a message and no longer here.</summary>
public enum ScheduledStatus
{
    /// <summary>Waits for its time.</summary>
    Scheduled = 1,

    /// <summary>Its time came and it could not be sent.</summary>
    Failed = 2,
}

/// <summary>A scheduled message as the API shows it.</summary>
public sealed record ScheduledMessageBody(
    Guid Id, ConversationId ConversationId, AuthorBody Author, ContentBody Content, MessageId? ReplyTo, DateTimeOffset SendAt,
    ScheduledStatus Status, SendError? Error, DateTimeOffset CreatedAt)
{
    internal static ScheduledMessageBody Of(ScheduledMessage message) => new(
        message.Id, message.ConversationId, new AuthorBody(AuthorKind.Operator, message.AuthorId.Value, message.AuthorName),
        message.Content.ToBody(), message.ReplyTo, message.SendAt,
        message.Error is null ? ScheduledStatus.Scheduled : ScheduledStatus.Failed, message.Error, message.CreatedAt);
}

/// <summary>What to change of a scheduled message; what is absent stays. One that failed waits for its time again.</summary>
public sealed record ScheduledChangeRequest(ContentBody? Content, DateTimeOffset? SendAt);

/// <summary>Keeps scheduled messages. Those with a transaction are called while their conversation is locked.</summary>
public interface IScheduledStore
{
    /// <summary>All of a conversation, the next to be sent first.</summary>
    ValueTask<IReadOnlyList<ScheduledMessage>> ListAsync(ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>Up to <paramref name="most"/> whose time has come, longest due first.</summary>
    ValueTask<IReadOnlyList<ScheduledMessage>> ListDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    ValueTask<int> CountAsync(Transaction transaction, ConversationId conversation);

    ValueTask<ScheduledMessage?> FindAsync(Transaction transaction, ConversationId conversation, Guid id);

    ValueTask AddAsync(Transaction transaction, ScheduledMessage message);

    /// <summary>Takes it out. False when it is gone already.</summary>
    ValueTask<bool> RemoveAsync(Transaction transaction, Guid id);

    /// <summary>Takes it out if its time has come and nobody has taken it; null otherwise.</summary>
    ValueTask<ScheduledMessage?> TakeDueAsync(Transaction transaction, Guid id, DateTimeOffset now);
}

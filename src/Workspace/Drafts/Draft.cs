using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Drafts;

/// <summary>What an operator has begun to write in a conversation. Theirs alone.</summary>
public sealed record Draft
{
    public required OperatorId OperatorId { get; init; }

    public required ConversationId ConversationId { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it becomes a note between operators.</summary>
    public bool IsNote { get; init; }

    public MessageId? ReplyTo { get; init; }

    /// <summary>The files that will go with it.</summary>
    public IReadOnlyList<MediaId> Files { get; init; } = [];

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether there is nothing in it worth keeping.</summary>
    public bool IsEmpty => Text.Length == 0 && Files.Count == 0 && ReplyTo is null && !IsNote;

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Draft)} {ConversationId}";
}

/// <summary>Keeps drafts: one per operator and conversation.</summary>
public interface IDraftStore
{
    ValueTask<Draft?> FindAsync(OperatorId operatorId, ConversationId conversation, CancellationToken cancellationToken);

    /// <summary>Writes it in place of the one there was.</summary>
    ValueTask SaveAsync(Transaction transaction, Draft draft);

    ValueTask RemoveAsync(Transaction transaction, OperatorId operatorId, ConversationId conversation);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Relay;

/// <summary>What became of what a stored message says, which is in no table; the numbers are stored.</summary>
public enum RelayedState
{
    /// <summary>In memory, until the desks are done with it.</summary>
    Waiting = 1,

    /// <summary>The program stopped before. Nobody was told yet.</summary>
    LostInStop = 2,

    /// <summary>It waited for too long. Nobody was told yet.</summary>
    LostInTime = 3,

    /// <summary>Lost, and the conversation says so.</summary>
    Told = 4,
}

/// <summary>Messages of one conversation whose words are lost in one way.</summary>
public sealed record LostMessages(ConversationId ConversationId, RelayedState State, int Count);

/// <summary>
/// Remembers which messages wait in memory for a desk, so that after a crash it can be told what was lost. A message that every desk has
/// taken is not in it.
/// </summary>
public interface IRelayedStore
{
    /// <summary>Enters a message, or moves it to another state.</summary>
    ValueTask SaveAsync(Transaction transaction, MessageId id, ConversationId conversation, RelayedState state, DateTimeOffset now);

    /// <summary>Null for a message that every desk has taken.</summary>
    ValueTask<RelayedState?> FindAsync(Transaction transaction, MessageId id);

    /// <summary>Every desk has taken it, or it is gone altogether.</summary>
    ValueTask RemoveAsync(Transaction transaction, MessageId id);

    /// <summary>Whatever waits is lost: asked when the program starts, with nothing in memory.</summary>
    ValueTask LoseAllAsync(Transaction transaction);

    /// <summary>A message has waited for too long, if it still waits.</summary>
    ValueTask LoseAsync(Transaction transaction, MessageId id);

    /// <summary>Messages that wait.</summary>
    ValueTask<IReadOnlyList<Message>> ListWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Messages of these conversations that wait.</summary>
    ValueTask<IReadOnlyList<Message>> ListWaitingAsync(Transaction transaction, IReadOnlyCollection<ConversationId> conversations);

    /// <summary>What nobody was told of yet.</summary>
    ValueTask<IReadOnlyList<LostMessages>> ListLostAsync(CancellationToken cancellationToken);

    /// <summary>Takes what is lost in one way as told. Returns how many those are: none when another has told of them.</summary>
    ValueTask<int> TellAsync(Transaction transaction, ConversationId conversation, RelayedState state);

    /// <summary>Forgets what was told and entered before then.</summary>
    ValueTask TrimAsync(Transaction transaction, DateTimeOffset before);
}

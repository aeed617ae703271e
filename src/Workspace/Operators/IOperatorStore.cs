using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>A stored API key: only its SHA-256 is kept.</summary>
public sealed record ApiKey
{
    public required Guid Id { get; init; }

    public required OperatorId OperatorId { get; init; }

    public string? Name { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Right to a few minutes; null while nobody has used it.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Reads and writes operators and their keys.</summary>
public interface IOperatorStore
{
    /// <summary>All of them, by name. There are few.</summary>
    ValueTask<IReadOnlyList<Operator>> ListAsync(CancellationToken cancellationToken);

    ValueTask<Operator?> FindAsync(OperatorId id, CancellationToken cancellationToken);

    /// <summary>One by e-mail address, in any case of letters.</summary>
    ValueTask<Operator?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>The operator a key acts as.</summary>
    ValueTask<Operator?> FindByKeyAsync(byte[] hash, CancellationToken cancellationToken);

    /// <summary>Reads one for a change.</summary>
    ValueTask<Operator?> LockAsync(Transaction transaction, OperatorId id);

    /// <summary>The ids of all admins, locked: nobody else stops being one before the commit.</summary>
    ValueTask<IReadOnlyList<OperatorId>> LockAdminsAsync(Transaction transaction);

    ValueTask AddAsync(Transaction transaction, Operator added);

    ValueTask SaveAsync(Transaction transaction, Operator changed);

    ValueTask AddKeyAsync(Transaction transaction, ApiKey key);

    ValueTask<IReadOnlyList<ApiKey>> ListKeysAsync(OperatorId id, CancellationToken cancellationToken);

    /// <summary>Everybody's keys, newest first.</summary>
    ValueTask<IReadOnlyList<ApiKey>> ListKeysAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a key was used.</summary>
    ValueTask NoteUseAsync(Transaction transaction, byte[] hash, DateTimeOffset at);

    /// <summary>False when there is no such key.</summary>
    ValueTask<bool> RemoveKeyAsync(Transaction transaction, OperatorId id, Guid keyId);
}

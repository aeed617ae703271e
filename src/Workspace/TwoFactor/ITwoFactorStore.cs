using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.TwoFactor;

/// <summary>An operator's second factor. It counts once it is confirmed.</summary>
public sealed record SecondFactor
{
    public required OperatorId OperatorId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string Secret { get; init; }

    /// <summary>The newest step a code was taken of.</summary>
    public long LastStep { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>How many recovery codes are left.</summary>
    public int RecoveryCodes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(SecondFactor)} of {OperatorId}";
}

/// <summary>Reads and writes second factors. Recovery codes are kept as hashes.</summary>
public interface ITwoFactorStore
{
    ValueTask<SecondFactor?> FindAsync(OperatorId id, CancellationToken cancellationToken);

    /// <summary>Begins anew with another secret, unless one is confirmed already: then false.</summary>
    ValueTask<bool> BeginAsync(Transaction transaction, SecondFactor factor);

    /// <summary>Makes it count from now on, with these recovery codes. False when somebody just did.</summary>
    ValueTask<bool> ConfirmAsync(Transaction transaction, OperatorId id, DateTimeOffset now, IReadOnlyList<byte[]> recovery);

    /// <summary>Takes the code of a step. False when this or a later one was taken before.</summary>
    ValueTask<bool> TakeStepAsync(Transaction transaction, OperatorId id, long step);

    /// <summary>Uses a recovery code up. False when it is none.</summary>
    ValueTask<bool> TakeRecoveryAsync(Transaction transaction, OperatorId id, byte[] hash);

    /// <summary>Takes it away with its recovery codes. False when there was none.</summary>
    ValueTask<bool> RemoveAsync(Transaction transaction, OperatorId id);
}

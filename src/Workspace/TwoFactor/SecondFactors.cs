using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Rozmova.Messaging;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.TwoFactor;

/// <summary>A second factor that is being set up: the key to type, and the same as an address to scan.</summary>
public sealed record EnrolmentBody(string Secret, string Address);

/// <summary>Codes that let somebody in without their phone, each once. Shown once.</summary>
public sealed record RecoveryCodesBody(IReadOnlyList<string> RecoveryCodes);

/// <summary>Sets second factors up, checks them at the door, takes them away. Secrets are encrypted, recovery codes hashed.</summary>
internal sealed class SecondFactors(
    ITwoFactorStore store, IAuditStore audit, ITransactions transactions, IDataProtectionProvider protection, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private const int RecoveryBytes = 10;
    private const int RecoveryGroup = 4;

    public ValueTask<SecondFactor?> FindAsync(OperatorId id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    /// <summary>A new secret, which counts once a code of it was entered. Null when there is a factor already.</summary>
    public async ValueTask<EnrolmentBody?> BeginAsync(Operator person, CancellationToken cancellationToken)
    {
        var secret = Totp.CreateSecret();
        var kept = Convert.ToBase64String(Protector(person.Id).Protect(secret));
        var factor = new SecondFactor { OperatorId = person.Id, Secret = kept };
        return await transactions.WriteAsync(transaction => store.BeginAsync(transaction, factor), cancellationToken)
            ? new EnrolmentBody(Totp.ToBase32(secret), Totp.Address(secret, person.Email ?? person.Name))
            : null;
    }

    /// <summary>The recovery codes; null when the code is wrong or nothing is being set up.</summary>
    public async ValueTask<RecoveryCodesBody?> ConfirmAsync(OperatorId id, string code, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { ConfirmedAt: null } factor || StepOf(factor, code) is not { } step)
        {
            return null;
        }

        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.ToBase32(RandomNumberGenerator.GetBytes(RecoveryBytes)))];
        var now = time.GetStoredNow();
        var confirmed = await transactions.WriteAsync(async transaction =>
        {
            if (!await store.ConfirmAsync(transaction, id, now, [.. codes.Select(ApiKeySecret.Hash)])
                || !await store.TakeStepAsync(transaction, id, step))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(id, "two-factor.enabled", id.ToString(), null, now));
            return true;
        }, cancellationToken);
        return confirmed ? new RecoveryCodesBody([.. codes.Select(Grouped)]) : null;
    }

    /// <summary>Whether this is a fresh code of theirs, or a recovery code; either is used up by it.</summary>
    public async ValueTask<bool> TakeAsync(OperatorId id, string code, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { ConfirmedAt: not null } factor)
        {
            return false;
        }

        var typed = Plain(code);
        if (typed.Length == Totp.Digits)
        {
            return StepOf(factor, typed) is { } step
                && await transactions.WriteAsync(transaction => store.TakeStepAsync(transaction, id, step), cancellationToken);
        }

        return await transactions.WriteAsync(async transaction =>
        {
            if (!await store.TakeRecoveryAsync(transaction, id, ApiKeySecret.Hash(typed)))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(id, "two-factor.recovered", id.ToString(), null, time.GetStoredNow()));
            return true;
        }, cancellationToken);
    }

    /// <summary>Takes somebody's second factor away. False when there was none.</summary>
    public async ValueTask<bool> RemoveAsync(OperatorId id, OperatorId by, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            if (!await store.RemoveAsync(transaction, id))
            {
                return false;
            }

            await audit.AddAsync(transaction, AuditEntry.Of(by, "two-factor.disabled", id.ToString(), null, time.GetStoredNow()));
            return true;
        }, cancellationToken);

    private long? StepOf(SecondFactor factor, string code) =>
        Totp.FindStep(Protector(factor.OperatorId).Unprotect(Convert.FromBase64String(factor.Secret)), Plain(code), time.GetUtcNow());

    // People type what they read: spaces, dashes, small letters.
    private static string Plain(string code) =>
        string.Concat(code.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));

    private static string Grouped(string code) => string.Join('-', code.Chunk(RecoveryGroup).Select(group => new string(group)));

    private IDataProtector Protector(OperatorId id) => protection.CreateProtector("two-factor", id.ToString());
}

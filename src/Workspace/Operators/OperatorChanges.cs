using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>An operator as they now stand, or why they do not.</summary>
internal readonly record struct OperatorResult(Operator? Operator, ProblemHttpResult? Problem, string? InviteUrl = null)
{
    public static implicit operator OperatorResult(ProblemHttpResult problem) => new(null, problem);
}

/// <summary>What admins do to operators.</summary>
internal sealed class OperatorChanges(
    IOperatorStore operators, IAuditStore audit, ITransactions transactions, OneTimeLinks links, Passwords passwords,
    HeldConversations held, LiveFeed feed, TimeProvider time)
{
    /// <summary>A new operator. Without a password they get a link to choose one.</summary>
    public async ValueTask<OperatorResult> CreateAsync(NewOperatorBody body, CurrentOperator by, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var created = new Operator
        {
            Id = new OperatorId(Guid.CreateVersion7(now)),
            Name = body.Name?.Trim() ?? "",
            Email = Trimmed(body.Email),
            Role = body.Role ?? OperatorRole.Operator,
            TelegramUserId = body.TelegramUserId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (OperatorRules.Check(created, body.Password, await operators.ListAsync(cancellationToken)) is { } problem)
        {
            return problem;
        }

        var complete = created with { PasswordHash = body.Password is { } password ? passwords.Hash(password) : null };
        return await transactions.WriteAsync(async transaction =>
        {
            await operators.AddAsync(transaction, complete);
            await AuditAsync(transaction, by, "operator.created", complete);
            var invite = complete is { PasswordHash: null, Email: not null } ? await links.CreateInviteAsync(transaction, complete.Id) : null;
            return new OperatorResult(complete, null, invite is null ? null : OneTimeLinks.PathOf(invite));
        }, cancellationToken);
    }

    /// <summary>Changes what the request names. Who may no longer answer lets go of everything, at once and everywhere.</summary>
    public async ValueTask<OperatorResult> ChangeAsync(
        OperatorId id, OperatorChangeBody body, CurrentOperator by, CancellationToken cancellationToken)
    {
        var all = await operators.ListAsync(cancellationToken);
        var hash = Passwords.IsAcceptable(body.Password) ? passwords.Hash(body.Password!) : null; // slow, so not inside the transaction
        return await transactions.WriteAsync(async transaction =>
        {
            var admins = await operators.LockAdminsAsync(transaction);
            if (await operators.LockAsync(transaction, id) is not { } current)
            {
                return Problem.NotFound("operator");
            }

            var changed = Apply(current, body, hash);
            if ((OperatorRules.Check(changed, body.Password, all) ?? CheckLastAdmin(changed, admins)) is { } problem)
            {
                return problem;
            }

            await operators.SaveAsync(transaction, changed);
            await AuditAsync(transaction, by, "operator.changed", changed);
            if (!changed.IsActive)
            {
                await held.ReleaseAllAsync(transaction, changed, by);
                transaction.AfterCommit(() => feed.Dismiss(id));
            }

            return new OperatorResult(changed, null);
        }, cancellationToken);
    }

    private Operator Apply(Operator current, OperatorChangeBody body, string? hash) => current with
    {
        Name = body.Name?.Trim() ?? current.Name,
        Email = Trimmed(body.Email) ?? current.Email,
        Role = body.Role ?? current.Role,
        TelegramUserId = body.TelegramUserId ?? current.TelegramUserId,
        PasswordHash = hash ?? current.PasswordHash,
        UpdatedAt = time.GetStoredNow(),
    };

    private static ProblemHttpResult? CheckLastAdmin(Operator changed, IReadOnlyList<OperatorId> admins) =>
        changed.Role != OperatorRole.Admin && admins.Count == 1 && admins[0] == changed.Id
            ? Problem.Of(StatusCodes.Status409Conflict, "last-admin", "Somebody has to be an admin: make another one first.")
            : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private ValueTask AuditAsync(Transaction transaction, CurrentOperator by, string action, Operator subject) => audit.AddAsync(
        transaction, AuditEntry.Of(by.Id, action, subject.Id.ToString(), subject.Role.ToString().ToLowerInvariant(), time.GetStoredNow()));
}

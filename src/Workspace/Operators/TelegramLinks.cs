using Rozmova.Messaging;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Operators;

/// <summary>
/// What came of tying an account: <paramref name="Tied"/>, or who has it already; neither when the link is none, used or too old.
/// </summary>
internal sealed record AccountTie(Operator? Tied, Operator? Holder = null);

/// <summary>Ties operators to their Telegram accounts: by a link that is good once, or by asking to join.</summary>
internal sealed class TelegramLinks(
    IOperatorStore operators, IAuditStore audit, ITransactions transactions, OneTimeLinks links, TimeProvider time)
{
    /// <summary>A token that ties this operator to whoever brings it first, and until when it is good.</summary>
    public ValueTask<(string Token, DateTimeOffset Until)> CreateAsync(OperatorId id, OperatorId by, CancellationToken cancellationToken) =>
        transactions.WriteAsync(async transaction =>
        {
            var created = await links.CreateTieAsync(transaction, id);
            await AuditAsync(transaction, by, "operator.telegram-link", id);
            return created;
        }, cancellationToken);

    /// <summary>
    /// Ties the account to the operator of a token. Somebody who asked to join with it before, and was not let in yet, makes room: it is the
    /// same person.
    /// </summary>
    public async ValueTask<AccountTie> TakeAsync(string token, long telegramUserId, CancellationToken cancellationToken)
    {
        if (await links.FindTieAsync(token, cancellationToken) is not { } id)
        {
            return new AccountTie(null);
        }

        var holder = (await operators.ListAsync(cancellationToken)).FirstOrDefault(one => one.TelegramUserId == telegramUserId);
        if (holder is not (null or { Role: OperatorRole.Pending }) && holder.Id != id)
        {
            return new AccountTie(null, holder);
        }

        return await transactions.WriteAsync(async transaction =>
        {
            if (!await links.TakeTieAsync(transaction, token, cancellationToken) || await operators.LockAsync(transaction, id) is not { } current)
            {
                return new AccountTie(null);
            }

            var now = time.GetStoredNow();
            if (holder is not null && holder.Id != id)
            {
                await operators.SaveAsync(transaction, holder with { TelegramUserId = null, Role = OperatorRole.Banned, UpdatedAt = now });
            }

            var tied = current with { TelegramUserId = telegramUserId, UpdatedAt = now };
            await operators.SaveAsync(transaction, tied);
            await AuditAsync(transaction, id, "operator.tied", id);
            return new AccountTie(tied);
        }, cancellationToken);
    }

    /// <summary>Adds somebody who waits for approval.</summary>
    public ValueTask<Operator> JoinAsync(string name, long telegramUserId, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var joining = new Operator
        {
            Id = new OperatorId(Guid.CreateVersion7(now)),
            Name = name.Length > OperatorRules.LongestName ? name[..OperatorRules.LongestName] : name,
            Role = OperatorRole.Pending,
            TelegramUserId = telegramUserId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return transactions.WriteAsync(async transaction =>
        {
            await operators.AddAsync(transaction, joining);
            await AuditAsync(transaction, joining.Id, "operator.asked", joining.Id);
            return joining;
        }, cancellationToken);
    }

    private ValueTask AuditAsync(Transaction transaction, OperatorId by, string action, OperatorId subject) =>
        audit.AddAsync(transaction, AuditEntry.Of(by, action, subject.ToString(), null, time.GetStoredNow()));
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Sessions;

/// <summary>Lets in who holds a one-time link: as the first admin, or as the operator who was invited.</summary>
internal sealed class Setup(
    IOperatorStore operators, OneTimeLinks links, Passwords passwords, IAuditStore audit, ITransactions transactions, TimeProvider time)
{
    /// <summary>Whether no admin can sign in with a password yet.</summary>
    public async ValueTask<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        !(await operators.ListAsync(cancellationToken)).Any(known => known is { Role: OperatorRole.Admin, PasswordHash: not null });

    /// <summary>The operator who may now sign in.</summary>
    public async ValueTask<OperatorResult> EnterAsync(SetupBody body, CancellationToken cancellationToken)
    {
        var token = body.Token ?? "";
        var all = await operators.ListAsync(cancellationToken);
        var invite = await links.FindInviteAsync(token, cancellationToken);
        var invited = invite is { } id ? await operators.FindAsync(id, cancellationToken) : null;
        var entering = Complete(invited ?? NewAdmin(), body);
        if (OperatorRules.Check(entering, body.Password, all) is { } mistake)
        {
            return mistake;
        }

        if (entering.Email is null)
        {
            return Problem.Invalid("email", "An e-mail address is needed to sign in.");
        }

        if (!Passwords.IsAcceptable(body.Password))
        {
            return OperatorRules.BadPassword();
        }

        var complete = entering with { PasswordHash = passwords.Hash(body.Password!) };
        return await transactions.WriteAsync(async transaction => invited is null
            ? await AddAdminAsync(transaction, token, complete)
            : await SaveInvitedAsync(transaction, token, complete, cancellationToken), cancellationToken);
    }

    private async ValueTask<OperatorResult> AddAdminAsync(Transaction transaction, string token, Operator admin)
    {
        if (!await links.TakeSetupAsync(transaction, token))
        {
            return BadToken();
        }

        await operators.AddAsync(transaction, admin);
        await audit.AddAsync(transaction, AuditEntry.Of(admin.Id, "operator.created", admin.Id.ToString(), "set-up", admin.CreatedAt));
        return new OperatorResult(admin, null);
    }

    private async ValueTask<OperatorResult> SaveInvitedAsync(
        Transaction transaction, string token, Operator invited, CancellationToken cancellationToken)
    {
        if (!await links.TakeInviteAsync(transaction, token, cancellationToken))
        {
            return BadToken();
        }

        await operators.SaveAsync(transaction, invited);
        await audit.AddAsync(transaction, AuditEntry.Of(invited.Id, "operator.joined", invited.Id.ToString(), null, invited.UpdatedAt));
        return new OperatorResult(invited, null);
    }

    private Operator NewAdmin() => new()
    {
        Id = new OperatorId(Guid.CreateVersion7(time.GetUtcNow())),
        Name = "",
        Role = OperatorRole.Admin,
        CreatedAt = time.GetStoredNow(),
        UpdatedAt = time.GetStoredNow(),
    };

    private Operator Complete(Operator entering, SetupBody body) => entering with
    {
        Name = string.IsNullOrWhiteSpace(body.Name) ? entering.Name : body.Name.Trim(),
        Email = string.IsNullOrWhiteSpace(body.Email) ? entering.Email : body.Email.Trim(),
        UpdatedAt = time.GetStoredNow(),
    };

    private static ProblemHttpResult BadToken() =>
        Problem.Of(StatusCodes.Status403Forbidden, "link-used", "This link was used already, is too old, or never was one.");
}

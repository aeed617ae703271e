using Rozmova.Workspace.Api;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>What admins change of custom fields.</summary>
internal sealed class ContactFieldChanges(ITransactions transactions, IContactFieldStore fields, IAuditStore audit, TimeProvider time)
{
    private const int Most = 100;
    private const int Longest = 64;

    public async ValueTask<CommandResult<ContactFieldBody>> CreateAsync(
        NewContactFieldBody body, CurrentOperator me, CancellationToken cancellationToken)
    {
        if (body.Kind is not { } kind)
        {
            return new Refusal.Invalid("kind", "A field is of kind text, number, date or choice.");
        }

        if ((await fields.ListAsync(cancellationToken)).Count >= Most)
        {
            return new Refusal.Invalid("name", $"There are at most {Most} fields.");
        }

        var now = time.GetStoredNow();
        return await SaveAsync(
            new ContactField
            {
                Id = Guid.CreateVersion7(now),
                Name = body.Name?.Trim() ?? "",
                Kind = kind,
                Choices = Clean(body.Choices),
                CreatedAt = now,
            },
            "contact-field.created", me, cancellationToken);
    }

    /// <summary>Renames it or changes its choices. Values that are no choice any more stay until somebody chooses anew.</summary>
    public async ValueTask<CommandResult<ContactFieldBody>> ChangeAsync(
        Guid id, ContactFieldChangeBody body, CurrentOperator me, CancellationToken cancellationToken)
    {
        if ((await fields.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == id) is not { } field)
        {
            return new Refusal.NotFound("field");
        }

        var changed = field with
        {
            Name = body.Name?.Trim() ?? field.Name,
            Choices = body.Choices is null ? field.Choices : Clean(body.Choices),
        };
        return await SaveAsync(changed, "contact-field.changed", me, cancellationToken);
    }

    public ValueTask<bool> RemoveAsync(Guid id, CurrentOperator me, CancellationToken cancellationToken) => transactions.WriteAsync(
        async transaction =>
        {
            var removed = await fields.RemoveAsync(transaction, id);
            if (removed)
            {
                await NoteAsync(transaction, me, "contact-field.deleted", id);
            }

            return removed;
        },
        cancellationToken);

    private async ValueTask<CommandResult<ContactFieldBody>> SaveAsync(
        ContactField field, string action, CurrentOperator me, CancellationToken cancellationToken)
    {
        if (FindMistake(field) is { } mistake)
        {
            return mistake;
        }

        return await transactions.WriteAsync<CommandResult<ContactFieldBody>>(
            async transaction =>
            {
                if (!await fields.SaveAsync(transaction, field))
                {
                    return new Refusal.Invalid("name", "Another field has this name.");
                }

                await NoteAsync(transaction, me, action, field.Id);
                return ContactFieldBody.Of(field);
            },
            cancellationToken);
    }

    private ValueTask NoteAsync(Transaction transaction, CurrentOperator me, string action, Guid id) =>
        audit.AddAsync(transaction, AuditEntry.Of(me.Id, action, id.ToString(), null, time.GetStoredNow()));

    private static List<string> Clean(IReadOnlyList<string?>? choices) => [.. (choices ?? []).Select(choice => choice?.Trim() ?? "").Distinct()];

    private static Refusal.Invalid? FindMistake(ContactField field)
    {
        if (!IsName(field.Name))
        {
            return new Refusal.Invalid("name", $"A name has 1 to {Longest} visible characters.");
        }

        var isChoice = field.Kind == ContactFieldKind.Choice;
        return isChoice == field.Choices.Count > 0 && field.Choices.Count <= Most && field.Choices.All(IsName)
            ? null
            : new Refusal.Invalid("choices", isChoice ? $"A choice has 1 to {Most} words of at most {Longest} characters." : "Only a choice has these.");
    }

    private static bool IsName(string text) => text.Length is > 0 and <= Longest && !text.Any(char.IsControl);
}

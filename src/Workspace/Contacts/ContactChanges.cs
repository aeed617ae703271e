using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>What operators change of contacts.</summary>
internal sealed class ContactChanges(ITransactions transactions, IContactStore contacts, MediaFolder folder, TimeProvider time)
{
    private const int Longest = 256;

    /// <summary>Sets the fields that are there; null empties one.</summary>
    public async ValueTask<CommandResult<ContactBody>> UpdateAsync(ContactId id, JsonElement changes, CancellationToken cancellationToken)
    {
        if (FindMistake(changes) is { } mistake)
        {
            return mistake;
        }

        return await RunAsync(
            id,
            async (transaction, row) =>
            {
                var contact = row.Contact;
                var changed = contact with
                {
                    Name = Read(changes, "name", contact.Name),
                    Language = Read(changes, "language", contact.Language),
                    Phone = Read(changes, "phone", contact.Phone),
                    Email = Read(changes, "email", contact.Email),
                    UpdatedAt = time.GetStoredNow(),
                };
                await contacts.SaveAsync(transaction, changed);
                return row with { Contact = changed };
            },
            cancellationToken);
    }

    /// <summary>Takes out everything that tells who they are and what was said.</summary>
    public async ValueTask<CommandResult<ContactBody>> EraseAsync(ContactId id, CancellationToken cancellationToken)
    {
        IReadOnlyList<MediaId> files = [];
        var erased = await RunAsync(
            id,
            async (transaction, _) =>
            {
                files = await contacts.EraseAsync(transaction, id, time.GetStoredNow());
                return (await contacts.LockAsync(transaction, id))!;
            },
            cancellationToken);
        foreach (var file in files)
        {
            folder.Delete(file);
        }

        return erased;
    }

    private ValueTask<CommandResult<ContactBody>> RunAsync(
        ContactId id, Func<Transaction, ContactRow, ValueTask<ContactRow>> change, CancellationToken cancellationToken) =>
        transactions.WriteAsync<CommandResult<ContactBody>>(
            async transaction =>
            {
                if (await contacts.LockAsync(transaction, id) is not { } row)
                {
                    return new Refusal.NotFound("contact");
                }

                var body = ContactBodies.Of(await change(transaction, row));
                transaction.Publish(LiveChange.ContactUpdated(body));
                return body;
            },
            cancellationToken);

    private static Refusal.Invalid? FindMistake(JsonElement changes)
    {
        if (changes.ValueKind != JsonValueKind.Object)
        {
            return new Refusal.Invalid("body", "Send an object with the fields to change.");
        }

        foreach (var field in changes.EnumerateObject())
        {
            if (field.Name is not ("name" or "language" or "phone" or "email"))
            {
                return new Refusal.Invalid(field.Name, "A contact's name, language, phone and email can be changed.");
            }

            if (field.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)
                || (field.Value.GetString() is { } text && (text.Length > Longest || text.Any(char.IsControl))))
            {
                return new Refusal.Invalid(field.Name, $"This is a line of at most {Longest} characters, or null.");
            }
        }

        return null;
    }

    private static string? Read(JsonElement changes, string name, string? current)
    {
        if (!changes.TryGetProperty(name, out var value))
        {
            return current;
        }

        return value.GetString()?.Trim() is { Length: > 0 } text ? text : null;
    }
}

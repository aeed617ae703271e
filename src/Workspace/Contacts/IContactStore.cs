using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>A contact with everything they are known by.</summary>
public sealed record ContactRow(Contact Contact, IReadOnlyList<Identity> Identities);

/// <summary>Reads and writes contacts.</summary>
public interface IContactStore
{
    /// <summary>A page of contacts, the newest first. <paramref name="query"/> is words of names, or an id of ours or the platform's.</summary>
    ValueTask<IReadOnlyList<ContactRow>> ListAsync(string? query, ContactId? after, int limit, CancellationToken cancellationToken);

    ValueTask<ContactRow?> FindAsync(ContactId id, CancellationToken cancellationToken);

    /// <summary>Reads a contact for a change: nobody else changes it before the commit.</summary>
    ValueTask<ContactRow?> LockAsync(Transaction transaction, ContactId id);

    /// <summary>Writes what a person may change of a contact.</summary>
    ValueTask SaveAsync(Transaction transaction, Contact contact);

    /// <summary>Writes what a platform says of a person: of the contact, and of who they are there.</summary>
    ValueTask SaveProfileAsync(Transaction transaction, Contact contact, Identity identity);

    /// <summary>
    /// Takes out everything that tells who a contact is and what was said: names, details, words, files. Conversations keep their
    /// shape. Returns the files.
    /// </summary>
    ValueTask<IReadOnlyList<MediaId>> EraseAsync(Transaction transaction, ContactId id, DateTimeOffset now);
}

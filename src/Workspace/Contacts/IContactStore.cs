using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>A contact with everything they are known by.</summary>
public sealed record ContactRow(Contact Contact, IReadOnlyList<Identity> Identities)
{
    /// <summary>In alphabetical order.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Custom fields' values by the field's id.</summary>
    public IReadOnlyDictionary<Guid, string> Values { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Who joined them, in that order.</summary>
    public IReadOnlyList<MergedContact> Merged { get; init; } = [];
}

/// <summary>What the list of contacts is asked for. Null means any.</summary>
public sealed record ContactFilter
{
    /// <summary>Words of names, a phone number's digits, or an id of ours or the platform's.</summary>
    public string? Query { get; init; }

    public string? Label { get; init; }

    public string? Platform { get; init; }
}

/// <summary>Reads and writes contacts.</summary>
public interface IContactStore
{
    /// <summary>A page of contacts, the newest first, without those that joined another or were erased.</summary>
    ValueTask<IReadOnlyList<ContactRow>> ListAsync(
        ContactFilter filter, ContactId? after, int limit, CancellationToken cancellationToken);

    ValueTask<ContactRow?> FindAsync(ContactId id, CancellationToken cancellationToken);

    /// <summary>Others with the same phone number or username: perhaps the same person.</summary>
    ValueTask<IReadOnlyList<ContactRow>> ListAlikeAsync(ContactId id, int limit, CancellationToken cancellationToken);

    /// <summary>Every label some contact has.</summary>
    ValueTask<IReadOnlyList<string>> ListLabelsAsync(CancellationToken cancellationToken);

    /// <summary>Reads a contact for a change: nobody else changes it before the commit.</summary>
    ValueTask<ContactRow?> LockAsync(Transaction transaction, ContactId id);

    /// <summary>Writes all that is the contact's own, labels and values included. Not its identities.</summary>
    ValueTask SaveAsync(Transaction transaction, ContactRow row);

    /// <summary>Writes who a person is on one channel.</summary>
    ValueTask SaveIdentityAsync(Transaction transaction, Identity identity);

    /// <summary>Waits until nobody else merges, splits or erases: it comes before every lock of theirs.</summary>
    ValueTask TakeTurnAsync(Transaction transaction);

    /// <summary>Hands all that belongs to a contact to another, and remembers what that one got beside it.</summary>
    ValueTask JoinAsync(Transaction transaction, ContactId id, ContactId into, MergeGift gift, DateTimeOffset now);

    /// <summary>Takes back what a contact brought when it joined another. Returns what that one got beside it.</summary>
    ValueTask<MergeGift> LeaveAsync(Transaction transaction, ContactId id, ContactId into);

    /// <summary>
    /// Takes out everything that tells who a contact is and what was said: names, ids, details, words, files, also of those who joined
    /// them. Conversations keep their shape. Returns the files.
    /// </summary>
    ValueTask<IReadOnlyList<MediaId>> EraseAsync(Transaction transaction, ContactId id, DateTimeOffset now);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>What an operator wrote down about a person: it is nobody's message and never leaves.</summary>
public sealed record ContactNote
{
    public required Guid Id { get; init; }

    public required ContactId ContactId { get; init; }

    public required OperatorId AuthorId { get; init; }

    public string AuthorName { get; init; } = "";

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }
}

/// <summary>A note as the API shows it.</summary>
public sealed record ContactNoteBody(
    Guid Id, OperatorId AuthorId, string AuthorName, string Text, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt)
{
    internal static ContactNoteBody Of(ContactNote note) =>
        new(note.Id, note.AuthorId, note.AuthorName, note.Text, note.CreatedAt, note.EditedAt);
}

/// <summary>What a note shall say.</summary>
public sealed record ContactNoteRequest(string? Text);

/// <summary>Reads and writes notes about people.</summary>
public interface IContactNoteStore
{
    /// <summary>A page of a person's notes, newest first, of ids smaller than <paramref name="before"/>.</summary>
    ValueTask<IReadOnlyList<ContactNote>> ListAsync(ContactId contact, Guid? before, int limit, CancellationToken cancellationToken);

    ValueTask AddAsync(Transaction transaction, ContactNote note);

    /// <summary>Reads a note for a change; null when this person has no such note.</summary>
    ValueTask<ContactNote?> LockAsync(Transaction transaction, ContactId contact, Guid id);

    /// <summary>Writes what it says now.</summary>
    ValueTask SaveAsync(Transaction transaction, ContactNote note);

    ValueTask RemoveAsync(Transaction transaction, Guid id);
}

using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Contacts;

/// <summary>Notes about people. Whoever wrote one may change it, and so may an admin.</summary>
internal sealed class ContactNotes(
    ITransactions transactions, IContactStore contacts, IContactNoteStore notes, PassThroughRules rules, TimeProvider time)
{
    private const int Longest = 10_000;

    public ValueTask<CommandResult<ContactNoteBody>> AddAsync(
        ContactId id, ContactNoteRequest request, CurrentOperator me, CancellationToken cancellationToken) =>
        RunAsync(
            id, writes: true,
            async (transaction, now) =>
            {
                if (Clean(request) is not { } text)
                {
                    return Mistake;
                }

                var note = new ContactNote
                {
                    Id = Guid.CreateVersion7(now),
                    ContactId = id,
                    AuthorId = me.Id,
                    AuthorName = me.Name,
                    Text = text,
                    CreatedAt = now,
                };
                await notes.AddAsync(transaction, note);
                return note;
            },
            cancellationToken);

    public ValueTask<CommandResult<ContactNoteBody>> EditAsync(
        ContactId id, Guid noteId, ContactNoteRequest request, CurrentOperator me, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, noteId, me, writes: true,
            async (transaction, note, now) =>
            {
                if (Clean(request) is not { } text)
                {
                    return Mistake;
                }

                var edited = note with { Text = text, EditedAt = now };
                await notes.SaveAsync(transaction, edited);
                return edited;
            },
            cancellationToken);

    public ValueTask<CommandResult<ContactNoteBody>> RemoveAsync(
        ContactId id, Guid noteId, CurrentOperator me, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, noteId, me, writes: false,
            async (transaction, note, _) =>
            {
                await notes.RemoveAsync(transaction, note.Id);
                return note;
            },
            cancellationToken);

    private static Refusal.Invalid Mistake => new("text", $"A note has 1 to {Longest} characters.");

    private static string? Clean(ContactNoteRequest request) =>
        request.Text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 and <= Longest } text ? text : null;

    private ValueTask<CommandResult<ContactNoteBody>> ChangeAsync(
        ContactId id, Guid noteId, CurrentOperator me, bool writes,
        Func<Transaction, ContactNote, DateTimeOffset, ValueTask<CommandResult<ContactNote>>> change, CancellationToken cancellationToken) =>
        RunAsync(
            id, writes,
            async (transaction, now) =>
            {
                if (await notes.LockAsync(transaction, id, noteId) is not { } note)
                {
                    return new Refusal.NotFound("note");
                }

                return note.AuthorId == me.Id || me.IsAdmin
                    ? await change(transaction, note, now)
                    : new Refusal.NotYours($"{note.AuthorName} wrote this note.");
            },
            cancellationToken);

    // Who listens hears that something of the contact changed, and reads the notes again.
    private ValueTask<CommandResult<ContactNoteBody>> RunAsync(
        ContactId id, bool writes, Func<Transaction, DateTimeOffset, ValueTask<CommandResult<ContactNote>>> change,
        CancellationToken cancellationToken) =>
        transactions.WriteAsync<CommandResult<ContactNoteBody>>(
            async transaction =>
            {
                if (await contacts.LockAsync(transaction, id) is not { } row)
                {
                    return new Refusal.NotFound("contact");
                }

                if ((ContactMerges.Closed(row) ?? (writes ? await rules.FindObjectionAsync(row, cancellationToken) : null)) is { } closed)
                {
                    return closed;
                }

                var changed = await change(transaction, time.GetStoredNow());
                if (changed.Refusal is { } refusal)
                {
                    return refusal;
                }

                transaction.Publish(LiveChange.ContactUpdated(ContactBodies.Of(row)));
                return ContactNoteBody.Of(changed.Value!);
            },
            cancellationToken);
}

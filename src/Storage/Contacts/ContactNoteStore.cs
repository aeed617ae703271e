using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Notes about people on either engine.</summary>
internal sealed class ContactNoteStore(Database database) : IContactNoteStore
{
    private const string Notes = """
        SELECT n.id, n.contact_id, n.author_id, coalesce(o.name, '') AS author_name, n.text, n.created_at, n.edited_at
        FROM contact_note n LEFT JOIN operator o ON o.id = n.author_id
        WHERE n.contact_id = @contact
        """;

    private const string ListNewest = $"{Notes} ORDER BY n.id DESC LIMIT @limit";

    private const string ListBefore = $"{Notes} AND n.id < @before ORDER BY n.id DESC LIMIT @limit";

    public ValueTask<IReadOnlyList<ContactNote>> ListAsync(
        ContactId contact, Guid? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => before is { } place
                ? await connection.ListAsync<ContactNote>(ListBefore, new { contact, before = place, limit }, cancellationToken)
                : await connection.ListAsync<ContactNote>(ListNewest, new { contact, limit }, cancellationToken),
            cancellationToken);

    private const string Add = """
        INSERT INTO contact_note (id, contact_id, author_id, text, created_at) VALUES (@Id, @ContactId, @AuthorId, @Text, @CreatedAt)
        """;

    public async ValueTask AddAsync(Transaction transaction, ContactNote note) => await transaction.ExecuteAsync(Add, note);

    // The contact is locked by whoever asks, and a note changes only under that lock.
    public async ValueTask<ContactNote?> LockAsync(Transaction transaction, ContactId contact, Guid id) =>
        await transaction.FindAsync<ContactNote>($"{Notes} AND n.id = @id", new { contact, id });

    private const string Save = "UPDATE contact_note SET text = @Text, edited_at = @EditedAt WHERE id = @Id";

    public async ValueTask SaveAsync(Transaction transaction, ContactNote note) => await transaction.ExecuteAsync(Save, note);

    private const string Remove = "DELETE FROM contact_note WHERE id = @id";

    public async ValueTask RemoveAsync(Transaction transaction, Guid id) => await transaction.ExecuteAsync(Remove, new { id });
}

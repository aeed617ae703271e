using System.Text.Json;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Definitions of custom fields on either engine.</summary>
internal sealed class ContactFieldStore(Database database) : IContactFieldStore
{
    private const string List = "SELECT id, name, kind, choices, created_at FROM contact_field ORDER BY id";

    public ValueTask<IReadOnlyList<ContactField>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ContactField>>(
            async connection => [.. (await connection.ListAsync<Record>(List, new { }, cancellationToken)).Select(record => record.ToField())],
            cancellationToken);

    private const string Save = """
        INSERT INTO contact_field (id, name, kind, choices, created_at)
        SELECT @Id, @Name, @Kind, @choices, @CreatedAt
        WHERE NOT EXISTS (SELECT 1 FROM contact_field WHERE lower(name) = lower(@Name) AND id <> @Id)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, choices = excluded.choices
        """;

    public async ValueTask<bool> SaveAsync(Transaction transaction, ContactField field) =>
        await transaction.ExecuteAsync(Save, new
        {
            field.Id,
            field.Name,
            field.Kind,
            choices = JsonSerializer.Serialize(field.Choices, StoredJson.Readable.IReadOnlyListString),
            field.CreatedAt,
        }) > 0;

    private const string Remove = "DELETE FROM contact_field WHERE id = @id";

    public async ValueTask<bool> RemoveAsync(Transaction transaction, Guid id) => await transaction.ExecuteAsync(Remove, new { id }) > 0;

    private sealed class Record
    {
        public Guid Id { get; init; }

        public string Name { get; init; } = "";

        public ContactFieldKind Kind { get; init; }

        public string Choices { get; init; } = "[]";

        public DateTimeOffset CreatedAt { get; init; }

        public ContactField ToField() => new()
        {
            Id = Id, Name = Name, Kind = Kind, Choices = StoredContent.DecodeLabels(Choices), CreatedAt = CreatedAt,
        };
    }
}

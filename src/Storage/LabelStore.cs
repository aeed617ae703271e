using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Labels;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Labels. Contacts and conversations carry them by name; conversations keep the names twice: in rows to be found by, and as JSON to be read with.</summary>
internal sealed class LabelStore(Database database) : ILabelStore
{
    private const string Select = """
        SELECT l.id, l.name, l.colour, l.created_at,
            (SELECT count(*) FROM conversation_label c WHERE c.label = l.name) AS conversations
        FROM label l
        """;

    private const string List = $"{Select} ORDER BY lower(l.name)";

    private const string Find = $"{Select} WHERE l.id = @id";

    private const string AddIfFree = """
        INSERT INTO label (id, name, colour, created_at) VALUES (@Id, @Name, @Colour, @CreatedAt) ON CONFLICT DO NOTHING
        """;

    private const string FindSpelling = "SELECT name FROM label WHERE lower(name) = lower(@name)";

    private const string SaveIfFree = """
        UPDATE label SET name = @Name, colour = @Colour
        WHERE id = @Id AND NOT EXISTS (SELECT 1 FROM label WHERE lower(name) = lower(@Name) AND id <> @Id)
        """;

    private const string Delete = "DELETE FROM label WHERE id = @Id";

    // A quote inside a name is escaped, so a bracket or comma before one begins an entry.
    private const string RenameInJson = """
        UPDATE conversation SET labels = replace(replace(labels, '[' || @before, '[' || @after), ',' || @before, ',' || @after)
        WHERE id IN (SELECT conversation_id FROM conversation_label WHERE label = @name)
        """;

    private const string RemoveFromJson = """
        UPDATE conversation
        SET labels = replace(replace(replace(labels, ',' || @before, ''), '[' || @before || ',', '['), '[' || @before || ']', '[]')
        WHERE id IN (SELECT conversation_id FROM conversation_label WHERE label = @name)
        """;

    private const string RenameRows = "UPDATE conversation_label SET label = @renamed WHERE label = @name";

    private const string RemoveRows = "DELETE FROM conversation_label WHERE label = @name";

    private const string RenameOnContacts = """
        DELETE FROM contact_label WHERE label = @name AND contact_id IN (SELECT contact_id FROM contact_label WHERE label = @renamed);
        UPDATE contact_label SET label = @renamed WHERE label = @name
        """;

    private const string RemoveFromContacts = "DELETE FROM contact_label WHERE label = @name";

    public ValueTask<IReadOnlyList<Label>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ListAsync<Label>(List, new { }, cancellationToken), cancellationToken);

    public ValueTask<Label?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.FindAsync<Label>(Find, new { id }, cancellationToken), cancellationToken);

    public async ValueTask<bool> AddAsync(Transaction transaction, Label label) => await transaction.ExecuteAsync(AddIfFree, label) == 1;

    public async ValueTask<IReadOnlyList<string>> UseAsync(Transaction transaction, IReadOnlyList<string> names, DateTimeOffset now)
    {
        var spelt = new List<string>(names.Count);
        foreach (var name in names)
        {
            var label = new Label { Id = Guid.CreateVersion7(now), Name = name, Colour = Label.DefaultColour, CreatedAt = now };
            await AddAsync(transaction, label);
            spelt.Add(await transaction.FindAsync<string>(FindSpelling, new { name }) ?? name);
        }

        return spelt;
    }

    public async ValueTask<bool> SaveAsync(Transaction transaction, Label before, Label label)
    {
        if (await transaction.ExecuteAsync(SaveIfFree, label) == 0)
        {
            return false;
        }

        if (before.Name != label.Name)
        {
            await transaction.ExecuteAsync(RenameInJson, new { name = before.Name, before = Entry(before.Name), after = Entry(label.Name) });
            await transaction.ExecuteAsync(RenameRows, new { name = before.Name, renamed = label.Name });
            await transaction.ExecuteAsync(RenameOnContacts, new { name = before.Name, renamed = label.Name });
        }

        return true;
    }

    public async ValueTask DeleteAsync(Transaction transaction, Label label)
    {
        await transaction.ExecuteAsync(RemoveFromJson, new { name = label.Name, before = Entry(label.Name) });
        await transaction.ExecuteAsync(RemoveRows, new { name = label.Name });
        await transaction.ExecuteAsync(RemoveFromContacts, new { name = label.Name });
        await transaction.ExecuteAsync(Delete, label);
    }

    private static string Entry(string name) => ConversationRecord.EncodeLabels([name])[1..^1];
}

using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Contacts and what belongs to them, on either engine.</summary>
internal sealed partial class ContactStore(Database database) : IContactStore
{
    private const string Columns = "id, name, username, language, phone, email, avatar_id, merged_into, erased_at, created_at, updated_at";

    public ValueTask<IReadOnlyList<ContactRow>> ListAsync(
        ContactFilter filter, ContactId? after, int limit, CancellationToken cancellationToken)
    {
        var query = ContactQuery.Of(database, filter, after);
        query.Parameters.Add("limit", limit);
        return ReadRowsAsync(
            $"SELECT {Columns} FROM contact {query.Where} ORDER BY id DESC LIMIT @limit", query.Parameters, cancellationToken);
    }

    private const string Find = $"SELECT {Columns} FROM contact WHERE id = @id";

    public async ValueTask<ContactRow?> FindAsync(ContactId id, CancellationToken cancellationToken) =>
        (await ReadRowsAsync(Find, new { id }, cancellationToken)).SingleOrDefault();

    private static readonly string Alike = $"""
        SELECT {Columns} FROM contact WHERE merged_into IS NULL AND erased_at IS NULL AND id <> @id AND id IN (
            SELECT other.id FROM contact me
            JOIN contact other ON other.phone IS NOT NULL AND {ContactQuery.Digits("other.phone")} = {ContactQuery.Digits("me.phone")}
            WHERE me.id = @id AND me.phone <> ''
            UNION
            SELECT other.contact_id FROM identity mine
            JOIN identity other ON other.username IS NOT NULL AND lower(other.username) = lower(mine.username)
            WHERE mine.contact_id = @id AND mine.username <> '')
        ORDER BY id LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<ContactRow>> ListAlikeAsync(ContactId id, int limit, CancellationToken cancellationToken) =>
        ReadRowsAsync(Alike, new { id, limit }, cancellationToken);

    private const string AllLabels = """
        SELECT DISTINCT l.label FROM contact_label l JOIN contact c ON c.id = l.contact_id AND c.merged_into IS NULL ORDER BY l.label
        """;

    public ValueTask<IReadOnlyList<string>> ListLabelsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ListAsync<string>(AllLabels, new { }, cancellationToken), cancellationToken);

    public async ValueTask<ContactRow?> LockAsync(Transaction transaction, ContactId id)
    {
        var contacts = await transaction.QueryAsync<Contact>($"{Find} {database.ForUpdate}", new { id });
        return (await JoinAsync(transaction.Sql().Connection, transaction.Sql().Inner, contacts, CancellationToken.None)).SingleOrDefault();
    }

    private const string Save = """
        UPDATE contact SET name = @Name, username = @Username, language = @Language, phone = @Phone, email = @Email, avatar_id = @AvatarId,
            updated_at = @UpdatedAt
        WHERE id = @Id;
        DELETE FROM contact_label WHERE contact_id = @Id;
        DELETE FROM contact_value WHERE contact_id = @Id;
        """;

    private const string SaveLabel = "INSERT INTO contact_label (contact_id, label) VALUES (@Id, @label)";

    // A field an admin has just taken away takes its values with it.
    private const string SaveValue = """
        INSERT INTO contact_value (contact_id, field_id, value) SELECT @Id, id, @value FROM contact_field WHERE id = @field
        """;

    public async ValueTask SaveAsync(Transaction transaction, ContactRow row)
    {
        await transaction.ExecuteAsync($"{Save} {database.IndexContactWords}", row.Contact);
        foreach (var label in row.Labels)
        {
            await transaction.ExecuteAsync(SaveLabel, new { row.Contact.Id, label });
        }

        foreach (var (field, value) in row.Values)
        {
            await transaction.ExecuteAsync(SaveValue, new { row.Contact.Id, field, value });
        }
    }

    private const string SaveIdentity = """
        UPDATE identity SET name = @Name, username = @Username WHERE channel_id = @ChannelId AND chat = @Chat
        """;

    public async ValueTask SaveIdentityAsync(Transaction transaction, Identity identity) =>
        await transaction.ExecuteAsync(SaveIdentity, identity);

    private ValueTask<IReadOnlyList<ContactRow>> ReadRowsAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ContactRow>>(
            async connection => await JoinAsync(
                connection, null, await connection.ListAsync<Contact>(sql, parameters, cancellationToken), cancellationToken),
            cancellationToken);

    // Dynamic, because how ids are passed is the engine's own affair and known only at run time.
    private DynamicParameters Ids(IEnumerable<Guid> ids)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ids", database.IdArray(ids));
        return parameters;
    }
}

using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Contacts and their identities on either engine.</summary>
internal sealed class ContactStore(Database database) : IContactStore
{
    private const string Columns = "id, name, language, phone, email, avatar_id, created_at, updated_at";

    public ValueTask<IReadOnlyList<ContactRow>> ListAsync(
        string? query, ContactId? after, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { limit });
        var conditions = new List<string>();
        if (after is { } place)
        {
            parameters.Add("place", place);
            conditions.Add("id < @place");
        }

        if (query is not null)
        {
            conditions.Add(Matches(query.Trim(), parameters));
        }

        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        var sql = $"SELECT {Columns} FROM contact {where} ORDER BY id DESC LIMIT @limit";
        return database.ReadAsync<IReadOnlyList<ContactRow>>(
            async connection =>
            {
                var contacts = await connection.ListAsync<Contact>(sql, parameters, cancellationToken);
                var identities = await connection.ListAsync<IdentityRecord>(
                    _identities, Ids(contacts.Select(contact => contact.Id.Value)), cancellationToken);
                return Join(contacts, identities);
            },
            cancellationToken);
    }

    private readonly string _identities = $"""
        SELECT channel_id, chat, contact_id, name, username, blocked FROM identity
        WHERE {database.AmongIds("contact_id", "@ids")}
        ORDER BY created_at, channel_id, chat
        """;

    private const string Find = $"SELECT {Columns} FROM contact WHERE id = @id";

    public ValueTask<ContactRow?> FindAsync(ContactId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var contacts = await connection.ListAsync<Contact>(Find, new { id }, cancellationToken);
                var identities = await connection.ListAsync<IdentityRecord>(
                    _identities, Ids([id.Value]), cancellationToken);
                return Join(contacts, identities).SingleOrDefault();
            },
            cancellationToken);

    public async ValueTask<ContactRow?> LockAsync(Transaction transaction, ContactId id)
    {
        var contacts = await transaction.QueryAsync<Contact>($"{Find} {database.ForUpdate}", new { id });
        var identities = await transaction.QueryAsync<IdentityRecord>(_identities, Ids([id.Value]));
        return Join(contacts, identities).SingleOrDefault();
    }

    private const string Save = """
        UPDATE contact SET name = @Name, language = @Language, phone = @Phone, email = @Email, updated_at = @UpdatedAt WHERE id = @Id;
        """;

    public async ValueTask SaveAsync(Transaction transaction, Contact contact) =>
        await transaction.ExecuteAsync($"{Save} {database.IndexContactWords}", contact);

    private const string SaveAvatar = "UPDATE contact SET avatar_id = @AvatarId, username = @Username WHERE id = @Id;";

    private const string SaveIdentity = """
        UPDATE identity SET name = @Name, username = @Username WHERE channel_id = @ChannelId AND chat = @Chat
        """;

    public async ValueTask SaveProfileAsync(Transaction transaction, Contact contact, Identity identity)
    {
        await transaction.ExecuteAsync(SaveAvatar, new { contact.Id, contact.AvatarId, identity.Username });
        await SaveAsync(transaction, contact);
        await transaction.ExecuteAsync(SaveIdentity, identity);
    }

    // What the program itself noted in a conversation names operators only; what came from the contact names them.
    private const string Erased = """
        conversation_id IN (SELECT id FROM conversation WHERE contact_id = @Id) AND (direction <> 4 OR author_kind = 1)
        """;

    private const string EraseMessages = $"""
        UPDATE message SET body = NULL, details = CASE direction WHEN 4 THEN details END, reactions = NULL, edited_at = NULL,
            author_name = CASE author_kind WHEN 1 THEN NULL ELSE author_name END, deleted_at = coalesce(deleted_at, @now)
        WHERE {Erased};
        """;

    private const string EraseContact = """
        UPDATE contact SET name = NULL, username = NULL, language = NULL, phone = NULL, email = NULL, avatar_id = NULL, updated_at = @now
        WHERE id = @Id;
        UPDATE identity SET name = NULL, username = NULL WHERE contact_id = @Id;
        """;

    private const string Contents = $"SELECT kind, body, details FROM message WHERE {Erased} AND details IS NOT NULL";

    private readonly string _eraseFiles = $"DELETE FROM media WHERE {database.AmongIds("id", "@ids")}";

    public async ValueTask<IReadOnlyList<MediaId>> EraseAsync(Transaction transaction, ContactId id, DateTimeOffset now)
    {
        var parameters = new { Id = id, now };
        var contents = await transaction.QueryAsync<ContentRecord>(Contents, parameters);
        List<MediaId> files =
        [
            .. contents.Select(row => new StoredContent(row.Kind, row.Body, row.Details).Decode())
                .OfType<MessageContent.Media>().Where(media => media.File.Id is not null).Select(media => media.File.Id!.Value),
        ];
        if ((await LockAsync(transaction, id))?.Contact.AvatarId is { } avatar)
        {
            files.Add(avatar);
        }

        await transaction.ExecuteAsync(_eraseFiles, Ids(files.Select(file => file.Value)));
        await transaction.ExecuteAsync($"{database.ForgetMessageWords(Erased)} {EraseMessages}", parameters);
        await transaction.ExecuteAsync($"{EraseContact} {database.IndexContactWords}", parameters);
        return files;
    }

    // Dynamic, because how ids are passed is the engine's own affair and known only at run time.
    private DynamicParameters Ids(IEnumerable<Guid> ids)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ids", database.IdArray(ids));
        return parameters;
    }

    private string Matches(string typed, DynamicParameters parameters)
    {
        parameters.Add("typed", typed);
        var any = new List<string> { "id IN (SELECT contact_id FROM identity WHERE chat = @typed)" };
        if (database.SearchWords(typed) is { } words)
        {
            parameters.Add("words", words);
            any.Add(database.ContactMatches("id"));
        }

        if (Guid.TryParse(typed, out var id))
        {
            parameters.Add("id", id);
            any.Add("id = @id");
        }

        return $"({string.Join(" OR ", any)})";
    }

    private static List<ContactRow> Join(IReadOnlyList<Contact> contacts, IReadOnlyList<IdentityRecord> identities)
    {
        var byContact = identities.ToLookup(identity => identity.ContactId, identity => identity.ToIdentity());
        return [.. contacts.Select(contact => new ContactRow(contact, [.. byContact[contact.Id]]))];
    }

    private sealed class ContentRecord
    {
        public string Kind { get; init; } = "";

        public string? Body { get; init; }

        public string? Details { get; init; }
    }

    private sealed class IdentityRecord
    {
        public ChannelId ChannelId { get; init; }

        public string Chat { get; init; } = "";

        public ContactId ContactId { get; init; }

        public string? Name { get; init; }

        public string? Username { get; init; }

        public bool Blocked { get; init; }

        public Identity ToIdentity() => new(ChannelId, Chat, ContactId, Name, Username, Blocked);
    }
}

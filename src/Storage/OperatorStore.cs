using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Operators and their keys.</summary>
internal sealed class OperatorStore(Database database) : IOperatorStore
{
    private const string Columns = """
        o.id, o.name, o.email, o.role, o.password_hash, o.telegram_user_id, o.created_at, o.updated_at,
        EXISTS (SELECT 1 FROM two_factor t WHERE t.operator_id = o.id AND t.confirmed_at IS NOT NULL) AS has_two_factor
        """;

    private const string List = $"SELECT {Columns} FROM operator o ORDER BY o.name, o.id";

    private const string Find = $"SELECT {Columns} FROM operator o WHERE o.id = @id";

    private const string ListAdmins = "SELECT id FROM operator WHERE role = @role ORDER BY id";

    private const string FindByEmail = $"SELECT {Columns} FROM operator o WHERE lower(o.email) = lower(@email)";

    private const string FindByKey = $"""
        SELECT {Columns} FROM operator o JOIN api_key k ON k.operator_id = o.id WHERE k.hash = @hash
        """;

    private const string Add = """
        INSERT INTO operator (id, name, email, role, password_hash, telegram_user_id, created_at, updated_at)
        VALUES (@Id, @Name, @Email, @Role, @PasswordHash, @TelegramUserId, @CreatedAt, @UpdatedAt)
        """;

    private const string Save = """
        UPDATE operator SET name = @Name, email = @Email, role = @Role, password_hash = @PasswordHash,
            telegram_user_id = @TelegramUserId, updated_at = @UpdatedAt
        WHERE id = @Id
        """;

    private const string AddKey = """
        INSERT INTO api_key (id, operator_id, name, hash, created_at) VALUES (@Id, @OperatorId, @Name, @Hash, @CreatedAt)
        """;

    private const string ListKeys = """
        SELECT id, operator_id, name, hash, created_at, last_used_at FROM api_key WHERE operator_id = @id ORDER BY id
        """;

    private const string ListAllKeys = """
        SELECT id, operator_id, name, hash, created_at, last_used_at FROM api_key ORDER BY id DESC
        """;

    private const string NoteUse = "UPDATE api_key SET last_used_at = @at WHERE hash = @hash";

    private const string RemoveKey = "DELETE FROM api_key WHERE operator_id = @id AND id = @keyId";

    public ValueTask<IReadOnlyList<Operator>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Operator>>(
        async connection => (await connection.QueryAsync<Operator>(List)).AsList(), cancellationToken);

    public ValueTask<Operator?> FindAsync(OperatorId id, CancellationToken cancellationToken) =>
        FindOneAsync(Find, new { id }, cancellationToken);

    public ValueTask<Operator?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        FindOneAsync(FindByEmail, new { email }, cancellationToken);

    public ValueTask<Operator?> FindByKeyAsync(byte[] hash, CancellationToken cancellationToken) =>
        FindOneAsync(FindByKey, new { hash }, cancellationToken);

    public async ValueTask<Operator?> LockAsync(Transaction transaction, OperatorId id) =>
        await transaction.FindAsync<Operator>($"{Find} {database.ForUpdate}", new { id });

    public async ValueTask<IReadOnlyList<OperatorId>> LockAdminsAsync(Transaction transaction) =>
        await transaction.QueryAsync<OperatorId>($"{ListAdmins} {database.ForUpdate}", new { role = OperatorRole.Admin });

    public async ValueTask AddAsync(Transaction transaction, Operator added) => await transaction.ExecuteAsync(Add, added);

    public async ValueTask SaveAsync(Transaction transaction, Operator changed) => await transaction.ExecuteAsync(Save, changed);

    public async ValueTask AddKeyAsync(Transaction transaction, ApiKey key) => await transaction.ExecuteAsync(AddKey, key);

    public ValueTask<IReadOnlyList<ApiKey>> ListKeysAsync(OperatorId id, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ApiKey>>(
            async connection => (await connection.QueryAsync<ApiKey>(ListKeys, new { id })).AsList(), cancellationToken);

    public ValueTask<IReadOnlyList<ApiKey>> ListKeysAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ListAsync<ApiKey>(ListAllKeys, new { }, cancellationToken), cancellationToken);

    public async ValueTask NoteUseAsync(Transaction transaction, byte[] hash, DateTimeOffset at) =>
        await transaction.ExecuteAsync(NoteUse, new { hash, at });

    public async ValueTask<bool> RemoveKeyAsync(Transaction transaction, OperatorId id, Guid keyId) =>
        await transaction.ExecuteAsync(RemoveKey, new { id, keyId }) == 1;

    private ValueTask<Operator?> FindOneAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(async connection => await connection.QuerySingleOrDefaultAsync<Operator>(sql, parameters), cancellationToken);
}

using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Who did what.</summary>
internal sealed class AuditStore(Database database) : IAuditStore
{
    private const string Add = """
        INSERT INTO audit (id, actor_id, action, subject, detail, at) VALUES (@Id, @ActorId, @Action, @Subject, @Detail, @At)
        """;

    private const string ListNewest = "SELECT id, actor_id, action, subject, detail, at FROM audit ORDER BY id DESC LIMIT @limit";

    private const string ListBefore = """
        SELECT id, actor_id, action, subject, detail, at FROM audit WHERE id < @before ORDER BY id DESC LIMIT @limit
        """;

    public async ValueTask AddAsync(Transaction transaction, AuditEntry entry) => await transaction.ExecuteAsync(Add, entry);

    public ValueTask<IReadOnlyList<AuditEntry>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => before is { } id
                ? await connection.ListAsync<AuditEntry>(ListBefore, new { before = id, limit }, cancellationToken)
                : await connection.ListAsync<AuditEntry>(ListNewest, new { limit }, cancellationToken),
            cancellationToken);
}

using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Who did what.</summary>
internal sealed class AuditStore(Database database) : IAuditStore
{
    private const string Add = """
        INSERT INTO audit (id, actor_id, action, subject, detail, at) VALUES (@Id, @ActorId, @Action, @Subject, @Detail, @At)
        """;

    public async ValueTask AddAsync(Transaction transaction, AuditEntry entry) => await transaction.ExecuteAsync(Add, entry);

    public ValueTask<IReadOnlyList<AuditEntry>> ListAsync(
        AuditFilter filter, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var conditions = string.Concat(
            before is null ? "" : " AND id < @before",
            filter.Actor is null ? "" : " AND actor_id = @Actor",
            filter.Action is null ? "" : " AND (action = @Action OR action LIKE @thing)",
            filter.From is null ? "" : " AND at >= @From",
            filter.To is null ? "" : " AND at < @To");
        var list = $"SELECT id, actor_id, action, subject, detail, at FROM audit WHERE 1 = 1{conditions} ORDER BY id DESC LIMIT @limit";
        var values = new { before, filter.Actor, filter.Action, thing = $"{filter.Action}.%", filter.From, filter.To, limit };
        return database.ReadAsync(
            async connection => await connection.ListAsync<AuditEntry>(list, values, cancellationToken), cancellationToken);
    }
}

using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Quarantine;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Requests kept because nothing could be made of them.</summary>
internal sealed class QuarantineStore(Database database) : IQuarantineStore
{
    private const string Columns = "id, platform, channel_id, received_at, reason, size, state, size > 0 AND length(body) = 0 AS withheld";

    private const string Add = """
        INSERT INTO quarantine (id, platform, channel_id, received_at, reason, size, state, body)
        VALUES (@Id, @Platform, @ChannelId, @ReceivedAt, @Reason, @Size, @State, @Body)
        """;

    private const string Find = $"SELECT {Columns} FROM quarantine WHERE id = @id";

    private const string CountWaiting = "SELECT count(*) FROM quarantine WHERE state = @waiting";

    private const string ReadBody = "SELECT body FROM quarantine WHERE id = @id";

    private const string MarkIfWaiting = "UPDATE quarantine SET state = @state WHERE id = @id AND state = @waiting";

    public async ValueTask AddAsync(Transaction transaction, QuarantineItem item, ReadOnlyMemory<byte> body)
    {
        var row = new
        {
            item.Id, item.Platform, item.ChannelId, item.ReceivedAt, item.Reason, item.Size, item.State, Body = body.ToArray(),
        };
        await transaction.ExecuteAsync(Add, row);
    }

    public ValueTask<IReadOnlyList<QuarantineItem>> ListAsync(
        QuarantineState? state, ChannelId? channel, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var conditions = string.Concat(
            state is null ? "" : " AND state = @state", channel is null ? "" : " AND channel_id = @channel",
            before is null ? "" : " AND id < @before");
        var list = $"SELECT {Columns} FROM quarantine WHERE 1 = 1{conditions} ORDER BY id DESC LIMIT @limit";
        return database.ReadAsync<IReadOnlyList<QuarantineItem>>(
            async connection => (await connection.QueryAsync<QuarantineItem>(list, new { state, channel, before, limit })).AsList(), cancellationToken);
    }

    public ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long>(CountWaiting, new { waiting = QuarantineState.Waiting }), cancellationToken);

    public ValueTask<QuarantineItem?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<QuarantineItem>(Find, new { id }), cancellationToken);

    public ValueTask<byte[]?> ReadBodyAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<byte[]>(ReadBody, new { id }), cancellationToken);

    public async ValueTask<bool> MarkAsync(Transaction transaction, Guid id, QuarantineState state)
    {
        return await transaction.ExecuteAsync(MarkIfWaiting, new { id, state, waiting = QuarantineState.Waiting }) == 1;
    }
}

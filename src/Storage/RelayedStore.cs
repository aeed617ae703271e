using Rozmova.Messaging;
using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Which messages of pass-through channels wait in memory: rows of <c>relayed</c>, ids and states only.</summary>
internal sealed class RelayedStore(Database database) : IRelayedStore
{
    private const string Save = """
        INSERT INTO relayed (message_id, conversation_id, state, since) VALUES (@id, @conversation, @state, @now)
        ON CONFLICT (message_id) DO UPDATE SET state = excluded.state, since = excluded.since
        """;

    private const string Find = "SELECT state FROM relayed WHERE message_id = @id";

    private const string LoseAll = "UPDATE relayed SET state = @lost WHERE state = @waiting";

    private const string Lose = "UPDATE relayed SET state = @lost WHERE message_id = @id AND state = @waiting";

    private const string Lost = """
        SELECT conversation_id, state, count(*) AS count FROM relayed WHERE state IN (@stop, @time) GROUP BY conversation_id, state
        """;

    private const string Tell = "UPDATE relayed SET state = @told WHERE conversation_id = @conversation AND state = @state";

    private const string AllWaiting = $"""
        SELECT {MessageRecord.Columns} FROM relayed r JOIN message m ON m.id = r.message_id WHERE r.state = @waiting
        """;

    public async ValueTask SaveAsync(
        Transaction transaction, MessageId id, ConversationId conversation, RelayedState state, DateTimeOffset now) =>
        await transaction.ExecuteAsync(Save, new { id, conversation, state, now });

    public async ValueTask<RelayedState?> FindAsync(Transaction transaction, MessageId id) =>
        await transaction.FindAsync<RelayedState?>(Find, new { id });

    public async ValueTask RemoveAsync(Transaction transaction, MessageId id) =>
        await transaction.ExecuteAsync("DELETE FROM relayed WHERE message_id = @id", new { id });

    public async ValueTask LoseAllAsync(Transaction transaction) =>
        await transaction.ExecuteAsync(LoseAll, new { lost = RelayedState.LostInStop, waiting = RelayedState.Waiting });

    public async ValueTask LoseAsync(Transaction transaction, MessageId id) => await transaction.ExecuteAsync(
        Lose, new { id, lost = RelayedState.LostInTime, waiting = RelayedState.Waiting });

    public ValueTask<IReadOnlyList<Message>> ListWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Message>>(
            async connection =>
            {
                var rows = await connection.ListAsync<MessageRecord>(AllWaiting, new { waiting = RelayedState.Waiting }, cancellationToken);
                return [.. rows.Select(row => row.ToMessage())];
            },
            cancellationToken);

    public async ValueTask<IReadOnlyList<Message>> ListWaitingAsync(
        Transaction transaction, IReadOnlyCollection<ConversationId> conversations)
    {
        List<Message> found = [];
        foreach (var conversation in conversations)
        {
            var rows = await transaction.QueryAsync<MessageRecord>(
                $"{AllWaiting} AND r.conversation_id = @conversation", new { waiting = RelayedState.Waiting, conversation });
            found.AddRange(rows.Select(row => row.ToMessage()));
        }

        return found;
    }

    public ValueTask<IReadOnlyList<LostMessages>> ListLostAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<LostMessages>>(
            async connection =>
            {
                var parameters = new { stop = RelayedState.LostInStop, time = RelayedState.LostInTime };
                var rows = await connection.ListAsync<LostRecord>(Lost, parameters, cancellationToken);
                return [.. rows.Select(row => new LostMessages(row.ConversationId, row.State, row.Count))];
            },
            cancellationToken);

    public async ValueTask<int> TellAsync(Transaction transaction, ConversationId conversation, RelayedState state) =>
        await transaction.ExecuteAsync(Tell, new { told = RelayedState.Told, conversation, state });

    public async ValueTask TrimAsync(Transaction transaction, DateTimeOffset before) =>
        await transaction.ExecuteAsync("DELETE FROM relayed WHERE state = @told AND since < @before", new { told = RelayedState.Told, before });

    private sealed class LostRecord
    {
        public ConversationId ConversationId { get; init; }

        public RelayedState State { get; init; }

        public int Count { get; init; }
    }
}

using Dapper;
using Rozmova.Messaging;
using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Delivery;

/// <summary>The outbox. HOT: measured by the delivery benchmark; how results are written differs by engine.</summary>
internal abstract class DeliveryStore(Database database) : IOutbox, IDeliveryStore
{
    public abstract ValueTask AddAsync(Transaction transaction, OutboxItem item);

    private const string Withdraw = "DELETE FROM outbox WHERE message_id = @id AND taken_by IS NULL";

    public async ValueTask<bool> WithdrawAsync(Transaction transaction, MessageId id) =>
        await transaction.ExecuteAsync(Withdraw, new { id }) > 0;

    public async ValueTask RemoveAsync(Transaction transaction, IReadOnlyCollection<MessageId> ids) =>
        await transaction.ExecuteAsync(_remove, Among(ids.Select(id => id.Value)));

    private const string Waiting = """
        SELECT channel_id, conversation_id FROM outbox GROUP BY channel_id, conversation_id ORDER BY min(due_at)
        """;

    public ValueTask<IReadOnlyList<WaitingConversation>> ListWaitingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<WaitingConversation>>(
            async connection =>
            {
                var rows = await connection.ListAsync<WaitingRecord>(Waiting, new { }, cancellationToken);
                return [.. rows.Select(row => new WaitingConversation(row.ChannelId, row.ConversationId))];
            },
            cancellationToken);

    private const string Interrupted = $"""
        SELECT {MessageRecord.Columns} FROM outbox o JOIN message m ON m.id = o.message_id WHERE o.taken_by IS NOT NULL
        """;

    public ValueTask<IReadOnlyList<Message>> ListInterruptedAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Message>>(
            async connection => [.. (await connection.ListAsync<MessageRecord>(Interrupted, new { }, cancellationToken)).Select(row => row.ToMessage())],
            cancellationToken);

    // The first of each conversation by seq, whatever the order in which they were committed or announced.
    private readonly string _next = $"""
        SELECT {MessageRecord.Columns}, o.attempts, o.due_at, o.first_tried_at, c.chat, c.last_inbound_at,
            r.platform_key AS reply_key, r.platform_id AS reply_id,
            EXISTS (SELECT 1 FROM channel h WHERE h.id = o.channel_id AND h.deleted_at IS NOT NULL) AS channel_deleted,
            EXISTS (SELECT 1 FROM outbox x WHERE x.conversation_id = o.conversation_id AND x.seq > o.seq) AS more
        FROM outbox o
        JOIN message m ON m.id = o.message_id
        JOIN conversation c ON c.id = o.conversation_id
        LEFT JOIN message r ON r.id = m.reply_to
        WHERE {database.AmongIds("o.conversation_id", "@ids")}
            AND o.seq = (SELECT min(x.seq) FROM outbox x WHERE x.conversation_id = o.conversation_id)
        """;

    public ValueTask<IReadOnlyList<Departure>> LoadNextAsync(IReadOnlyList<ConversationId> ids, CancellationToken cancellationToken)
    {
        var parameters = Among(ids.Select(id => id.Value));
        return database.ReadAsync<IReadOnlyList<Departure>>(
            async connection =>
                [.. (await connection.ListAsync<DepartureRecord>(_next, parameters, cancellationToken)).Select(row => row.ToDeparture())],
            cancellationToken);
    }

    public abstract ValueTask<IReadOnlyList<MessageId>> MarkSendingAsync(
        Transaction transaction, IReadOnlyList<MessageId> ids, Guid process, DateTimeOffset now);

    private const string PutBack = """
        UPDATE outbox SET taken_by = NULL, attempts = @Attempts, due_at = @DueAt, first_tried_at = @FirstTriedAt WHERE message_id = @Id
        """;

    private readonly string _remove = $"DELETE FROM outbox WHERE {database.AmongIds("message_id", "@ids")}";

    public async ValueTask<IReadOnlyList<Message>> RecordAsync(Transaction transaction, IReadOnlyList<DeliveryResult> results)
    {
        var changed = new List<Message>(results.Count);
        foreach (var again in results.OfType<DeliveryResult.PutBack>())
        {
            // One that turned out to have arrived meanwhile is no longer there, and stays as it is.
            if (await transaction.ExecuteAsync(PutBack, new { again.Message.Id, again.Attempts, again.DueAt, again.FirstTriedAt }) > 0)
            {
                await HoldAsync(transaction, again.Message);
                changed.Add(again.Message);
            }
        }

        Message[] settled = [.. results.OfType<DeliveryResult.Settled>().Select(result => result.Message)];
        if (settled.Length > 0)
        {
            changed.AddRange(await SettleAsync(transaction, settled));
            await transaction.ExecuteAsync(_remove, Among(settled.Select(message => message.Id.Value)));
        }

        return changed;
    }

    private const string Hold = "UPDATE message SET status = @queued WHERE id = @id AND status = @sending";

    private static async ValueTask HoldAsync(Transaction transaction, Message message)
    {
        if (message.Status == MessageStatus.Queued)
        {
            await transaction.ExecuteAsync(Hold, new { id = message.Id, queued = MessageStatus.Queued, sending = MessageStatus.Sending });
        }
    }

    /// <summary>Writes final states where they go forward. Returns the messages that changed.</summary>
    protected abstract ValueTask<IReadOnlyList<Message>> SettleAsync(Transaction transaction, Message[] messages);

    /// <summary>Below which state a result still goes forward: what is sent already cannot become unknown or failed by an older result.</summary>
    protected static int Below(Message message) => Math.Min((int)message.Status!.Value, (int)MessageStatus.Sent);

    // Dynamic, because how ids are passed is the engine's own affair and known only at run time.
    protected DynamicParameters Among(IEnumerable<Guid> ids, object? others = null)
    {
        var parameters = new DynamicParameters(others);
        parameters.Add("ids", database.IdArray(ids));
        return parameters;
    }

    private sealed class WaitingRecord
    {
        public ChannelId ChannelId { get; init; }

        public ConversationId ConversationId { get; init; }
    }
}

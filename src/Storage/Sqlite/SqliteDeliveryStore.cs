using Rozmova.Messaging;
using Rozmova.Storage.Delivery;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>In the process a prepared statement per message costs little, the commit is shared.</summary>
internal sealed class SqliteDeliveryStore(SqliteDatabase database) : DeliveryStore(database)
{
    private readonly SqliteDatabase _database = database;

    private const string Insert = """
        INSERT INTO outbox (message_id, channel_id, conversation_id, seq, attempts, due_at) VALUES (?, ?, ?, ?, ?, ?)
        """;

    public override ValueTask AddAsync(Transaction transaction, OutboxItem item)
    {
        _database.Statement(Insert).Bind(item.MessageId.Value).Bind(item.ChannelId.Value).Bind(item.ConversationId.Value)
            .Bind(item.Seq).Bind((long)item.Attempts).Bind(item.DueAt).Run();
        return ValueTask.CompletedTask;
    }

    private const string Take = """
        UPDATE outbox SET taken_by = @process, first_tried_at = coalesce(first_tried_at, @now)
        WHERE message_id IN @ids AND (taken_by IS NULL OR taken_by = @process)
        RETURNING message_id
        """;

    private const string Mark = "UPDATE message SET status = @sending WHERE id IN @ids AND status < @sending";

    public override async ValueTask<IReadOnlyList<MessageId>> MarkSendingAsync(
        Transaction transaction, IReadOnlyList<MessageId> ids, Guid process, DateTimeOffset now)
    {
        var taken = await transaction.QueryAsync<MessageId>(Take, Among(ids.Select(id => id.Value), new { process, now }));
        await transaction.ExecuteAsync(Mark, Among(taken.Select(id => id.Value), new { sending = MessageStatus.Sending }));
        return taken;
    }

    // An id another entry already bears (our own message come back as an echo) is not taken twice.
    private const string Settle = """
        UPDATE message SET status = ?1, error_code = ?2, error_detail = ?3, sent_at = coalesce(?4, sent_at),
            platform_id = coalesce(?5, platform_id),
            platform_key = CASE
                WHEN ?6 IS NULL
                    OR EXISTS (SELECT 1 FROM message x WHERE x.channel_id = message.channel_id AND x.platform_key = ?6)
                THEN platform_key ELSE ?6 END
        WHERE id = ?7 AND status < ?8
        """;

    protected override ValueTask<IReadOnlyList<Message>> SettleAsync(Transaction transaction, Message[] messages) =>
        new(Array.FindAll(messages, TrySettle));

    private bool TrySettle(Message message) =>
        _database.Statement(Settle).Bind((long)message.Status!.Value).Bind(message.Error?.Code).Bind(message.Error?.Detail)
            .Bind(message.SentAt).Bind(message.PlatformId?.Id).Bind(message.PlatformId?.Key)
            .Bind(message.Id.Value).Bind((long)Below(message)).Run() > 0;
}

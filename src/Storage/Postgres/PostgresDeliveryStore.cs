using Rozmova.Messaging;
using Rozmova.Storage.Delivery;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>Over a connection a round trip per message would cost more than the work, so all go in one statement.</summary>
internal sealed class PostgresDeliveryStore(PostgresDatabase database) : DeliveryStore(database)
{
    private const string Insert = """
        INSERT INTO outbox (message_id, channel_id, conversation_id, seq, attempts, due_at)
        VALUES (@MessageId, @ChannelId, @ConversationId, @Seq, @Attempts, @DueAt)
        """;

    public override async ValueTask AddAsync(Transaction transaction, OutboxItem item) => await transaction.ExecuteAsync(Insert, item);

    private const string TakeAndMark = """
        WITH taken AS (
            UPDATE outbox SET taken_by = @process, first_tried_at = coalesce(first_tried_at, @now)
            WHERE message_id = ANY (@ids) AND (taken_by IS NULL OR taken_by = @process)
            RETURNING message_id),
        marked AS (UPDATE message m SET status = @sending FROM taken t WHERE m.id = t.message_id AND m.status < @sending)
        SELECT message_id FROM taken
        """;

    public override async ValueTask<IReadOnlyList<MessageId>> MarkSendingAsync(
        Transaction transaction, IReadOnlyList<MessageId> ids, Guid process, DateTimeOffset now) =>
        await transaction.QueryAsync<MessageId>(
            TakeAndMark, new { ids = ids.Select(id => id.Value).ToArray(), process, now, sending = MessageStatus.Sending });

    // An id another entry already bears (our own message come back as an echo) is not taken twice.
    private const string Settle = """
        UPDATE message m SET status = r.status, error_code = r.error_code, error_detail = r.error_detail,
            sent_at = coalesce(r.sent_at, m.sent_at), platform_id = coalesce(r.platform_id, m.platform_id),
            platform_key = CASE
                WHEN r.platform_key IS NULL
                    OR EXISTS (SELECT 1 FROM message x WHERE x.channel_id = m.channel_id AND x.platform_key = r.platform_key)
                THEN m.platform_key ELSE r.platform_key END
        FROM unnest(@ids, @statuses, @below, @errorCodes, @errorDetails, @sentAt, @platformIds, @platformKeys)
            AS r (id, status, below, error_code, error_detail, sent_at, platform_id, platform_key)
        WHERE m.id = r.id AND m.status < r.below
        RETURNING m.id
        """;

    protected override async ValueTask<IReadOnlyList<Message>> SettleAsync(Transaction transaction, Message[] messages)
    {
        var ids = await transaction.QueryAsync<MessageId>(Settle, new
        {
            ids = Array.ConvertAll(messages, message => message.Id.Value),
            statuses = Array.ConvertAll(messages, message => (short)message.Status!.Value),
            below = Array.ConvertAll(messages, message => (short)Below(message)),
            errorCodes = Array.ConvertAll(messages, message => message.Error?.Code),
            errorDetails = Array.ConvertAll(messages, message => message.Error?.Detail),
            sentAt = Array.ConvertAll(messages, message => message.SentAt?.ToMicros()),
            platformIds = Array.ConvertAll(messages, message => message.PlatformId?.Id),
            platformKeys = Array.ConvertAll(messages, message => message.PlatformId?.Key),
        });
        var changed = ids.ToHashSet();
        return [.. messages.Where(message => changed.Contains(message.Id))];
    }
}

using Rozmova.Storage.Delivery;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>In the process a statement per message costs little, the commit is shared.</summary>
internal sealed class SqliteDeliveryStore(SqliteDatabase database) : DeliveryStore(database)
{
    // An id another entry already bears (our own message come back as an echo) is not taken twice.
    private const string Settle = """
        UPDATE message SET status = @Status, error_code = @ErrorCode, error_detail = @ErrorDetail, sent_at = coalesce(@SentAt, sent_at),
            platform_id = coalesce(@PlatformId, platform_id),
            platform_key = CASE
                WHEN @PlatformKey IS NULL
                    OR EXISTS (SELECT 1 FROM message x WHERE x.channel_id = message.channel_id AND x.platform_key = @PlatformKey)
                THEN platform_key ELSE @PlatformKey END
        WHERE id = @Id AND status < @Below
        """;

    protected override async ValueTask<IReadOnlyList<Message>> SettleAsync(Transaction transaction, Message[] messages)
    {
        var changed = new List<Message>(messages.Length);
        foreach (var message in messages)
        {
            var rows = await transaction.ExecuteAsync(Settle, new
            {
                message.Id,
                message.Status,
                Below = Below(message),
                ErrorCode = message.Error?.Code,
                ErrorDetail = message.Error?.Detail,
                message.SentAt,
                PlatformId = message.PlatformId?.Id,
                PlatformKey = message.PlatformId?.Key,
            });
            if (rows > 0)
            {
                changed.Add(message);
            }
        }

        return changed;
    }
}

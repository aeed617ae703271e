using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Conversations;

/// <summary>The entries of conversations.</summary>
internal sealed partial class ConversationStore
{
    private static readonly MessageCursor Beginning = new(new ReadingOrder(DateTimeOffset.MinValue, long.MinValue), long.MinValue);
    private static readonly MessageCursor End = new(new ReadingOrder(DateTimeOffset.MaxValue, long.MaxValue), long.MaxValue);

    private const string Message = $"SELECT {MessageRecord.Columns} FROM message m WHERE m.id = @id";

    public ValueTask<Message?> FindMessageAsync(MessageId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (await connection.FindAsync<MessageRecord>(Message, new { id }, cancellationToken))?.ToMessage(),
            cancellationToken);

    public async ValueTask<Message?> FindMessageAsync(Transaction transaction, MessageId id) =>
        (await transaction.FindAsync<MessageRecord>(Message, new { id }))?.ToMessage();

    public async ValueTask<Message?> LockMessageAsync(Transaction transaction, MessageId id) =>
        (await transaction.FindAsync<MessageRecord>($"{Message} {database.ForUpdate}", new { id }))?.ToMessage();

    private const string NewestInbound = $"""
        SELECT {MessageRecord.Columns} FROM message m
        WHERE m.conversation_id = @id AND m.direction = @inbound AND m.platform_key IS NOT NULL
        ORDER BY m.order_time DESC, m.order_sequence DESC, m.seq DESC
        LIMIT 1
        """;

    public ValueTask<PlatformMessageId?> FindNewestInboundAsync(ConversationId id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (await connection.FindAsync<MessageRecord>(
                NewestInbound, new { id, inbound = MessageDirection.Inbound }, cancellationToken))?.ToMessage().PlatformId,
            cancellationToken);

    private const string Unfinished = $"""
        SELECT {MessageRecord.Columns} FROM message m
        WHERE m.conversation_id = (SELECT c.id FROM conversation c WHERE c.channel_id = @channel AND c.chat = @chat)
            AND m.direction = @outbound AND m.status >= @sending
            AND (m.status < @below OR (m.status = @sent AND m.platform_key IS NULL)) AND (m.sent_at IS NULL OR m.sent_at <= @until)
        ORDER BY m.seq
        """;

    public async ValueTask<IReadOnlyList<Message>> LockUnfinishedAsync(
        Transaction transaction, ChannelId channel, string chat, MessageStatus below, DateTimeOffset until)
    {
        var parameters = new
        {
            channel,
            chat,
            outbound = MessageDirection.Outbound,
            sending = MessageStatus.Sending,
            sent = MessageStatus.Sent,
            below,
            until,
        };
        var rows = await transaction.QueryAsync<MessageRecord>($"{Unfinished} {database.ForUpdate}", parameters);
        return [.. rows.Select(row => row.ToMessage())];
    }

    private const string PageBefore = $"""
        SELECT {MessageRecord.Columns} FROM message m
        WHERE m.conversation_id = @id AND (m.order_time, m.order_sequence, m.seq) < (@time, @sequence, @seq)
        ORDER BY m.order_time DESC, m.order_sequence DESC, m.seq DESC
        LIMIT @limit
        """;

    public async ValueTask<IReadOnlyList<Message>> ListMessagesAsync(
        ConversationId id, MessageCursor? before, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadPageAsync(PageBefore, id, before ?? End, limit, cancellationToken)).Reverse()];

    private const string PageAfter = $"""
        SELECT {MessageRecord.Columns} FROM message m
        WHERE m.conversation_id = @id AND (m.order_time, m.order_sequence, m.seq) > (@time, @sequence, @seq)
        ORDER BY m.order_time, m.order_sequence, m.seq
        LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<Message>> ListMessagesAfterAsync(
        ConversationId id, MessageCursor? after, int limit, CancellationToken cancellationToken) =>
        ReadPageAsync(PageAfter, id, after ?? Beginning, limit, cancellationToken);

    private const string After = $"""
        SELECT {MessageRecord.Columns} FROM message m WHERE m.conversation_id = @id AND m.seq > @seq ORDER BY m.seq
        """;

    public async ValueTask<IReadOnlyList<Message>> ListAfterAsync(Transaction transaction, ConversationId id, long seq) =>
        [.. (await transaction.QueryAsync<MessageRecord>(After, new { id, seq })).Select(row => row.ToMessage())];

    private const string Insert = """
        INSERT INTO message (id, conversation_id, channel_id, seq, order_time, order_sequence, direction, author_kind, author_id,
            author_name, kind, body, details, reply_to, platform_key, platform_id, status, error_code, error_detail, sent_at, created_at,
            late, edited_at, deleted_at, reactions, reacted_at)
        VALUES (@Id, @ConversationId, @ChannelId, @Seq, @OrderTime, @OrderSequence, @Direction, @AuthorKind, @AuthorId,
            @AuthorName, @Kind, @Body, @Details, @ReplyTo, @PlatformKey, @PlatformId, @Status, @ErrorCode, @ErrorDetail, @SentAt,
            @CreatedAt, @Late, @EditedAt, @DeletedAt, @Reactions, @ReactedAt)
        ON CONFLICT (channel_id, platform_key) WHERE platform_key IS NOT NULL DO NOTHING
        """;

    public async ValueTask<bool> AddMessageAsync(Transaction transaction, Message message)
    {
        var record = MessageRecord.Of(message);
        if (await transaction.ExecuteAsync(Insert, record) == 0)
        {
            return false;
        }

        if (database.IndexMessageWords("id = @Id") is { Length: > 0 } index)
        {
            await transaction.ExecuteAsync(index, new { message.Id });
        }

        if (message is { Direction: MessageDirection.Outbound, Content: var content } && HasButtons(content))
        {
            var choices = content is MessageContent.Text ? message.Id : (MessageId?)null;
            await transaction.ExecuteAsync(Choices, new { message.ConversationId, choices });
        }

        return true;
    }

    private const string Choices = "UPDATE conversation SET choices_message_id = @choices WHERE id = @ConversationId";

    private static bool HasButtons(MessageContent content) =>
        content is MessageContent.Buttons or MessageContent.Menu or MessageContent.Text { Choices.Count: > 0 };

    private const string Update = """
        UPDATE message SET kind = @Kind, body = @Body, details = @Details, platform_key = @PlatformKey, platform_id = @PlatformId,
            status = @Status, error_code = @ErrorCode, error_detail = @ErrorDetail, sent_at = @SentAt, edited_at = @EditedAt,
            deleted_at = @DeletedAt, reactions = @Reactions, reacted_at = @ReactedAt
        WHERE id = @Id;
        """;

    public async ValueTask UpdateMessageAsync(Transaction transaction, Message message) =>
        await transaction.ExecuteAsync(
            $"{database.ForgetMessageWords("id = @Id")} {Update} {database.IndexMessageWords("id = @Id")}", MessageRecord.Of(message));

    private ValueTask<IReadOnlyList<Message>> ReadPageAsync(
        string sql, ConversationId id, MessageCursor place, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Message>>(
            async connection =>
            {
                var parameters = new { id, time = place.Order.Time, sequence = place.Order.Sequence, seq = place.Seq, limit };
                return [.. (await connection.ListAsync<MessageRecord>(sql, parameters, cancellationToken)).Select(row => row.ToMessage())];
            },
            cancellationToken);
}

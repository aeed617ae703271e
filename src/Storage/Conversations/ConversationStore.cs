using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Conversations;

/// <summary>Conversations on either engine.</summary>
internal sealed partial class ConversationStore(Database database) : IConversationStore
{
    private const string Nameless = """
        SELECT c.id, c.chat FROM conversation c JOIN identity i ON i.channel_id = c.channel_id AND i.chat = c.chat
        WHERE c.channel_id = @channel AND c.updated_at >= @since AND i.name IS NULL
        ORDER BY c.updated_at DESC
        LIMIT @limit
        """;

    public ValueTask<IReadOnlyList<(ConversationId Id, string Chat)>> ListNamelessAsync(
        ChannelId channel, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(ConversationId Id, string Chat)>>(
            async connection =>
            {
                var rows = await connection.ListAsync<ChatRecord>(Nameless, new { channel, since, limit }, cancellationToken);
                return [.. rows.Select(row => (row.Id, row.Chat))];
            },
            cancellationToken);

    private sealed class ChatRecord
    {
        public ConversationId Id { get; init; }

        public string Chat { get; init; } = "";
    }

    private const string Rows = $"""
        SELECT {ConversationRecord.Columns}, {MessageRecord.Columns}
        FROM conversation c
        {ConversationRecord.Joins}
        LEFT JOIN message m ON m.id = c.last_message_id
        """;


    public async ValueTask<ConversationRow?> FindAsync(ConversationId id, CancellationToken cancellationToken) =>
        (await ReadRowsAsync($"{Rows} WHERE c.id = @id", new { id }, cancellationToken)).SingleOrDefault();

    public async ValueTask<Conversation?> FindByChatAsync(ChannelId channel, string chat, CancellationToken cancellationToken) =>
        (await ReadRowsAsync($"{Rows} WHERE c.channel_id = @channel AND c.chat = @chat", new { channel, chat }, cancellationToken))
            .SingleOrDefault()?.Conversation;

    public async ValueTask<Conversation?> LockAsync(Transaction transaction, ConversationId id) =>
        (await LockWhereAsync(transaction, "id = @id", new { id })).SingleOrDefault();

    public ValueTask<IReadOnlyList<Conversation>> LockHeldByAsync(Transaction transaction, OperatorId id) =>
        LockWhereAsync(transaction, "claim_operator = @id", new { id });

    public ValueTask<IReadOnlyList<Conversation>> LockOfContactsAsync(Transaction transaction, IReadOnlyCollection<ContactId> ids)
    {
        var parameters = new DynamicParameters();
        parameters.Add("ids", database.IdArray(ids.Select(id => id.Value)));
        return LockWhereAsync(transaction, database.AmongIds("contact_id", "@ids"), parameters);
    }

    private const string Save = """
        UPDATE conversation SET status = @Status, claim_operator = @ClaimOperator, claim_until = @ClaimUntil, unread = @Unread,
            labels = @Labels, last_seq = @LastSeq, newest_time = @NewestTime, newest_sequence = @NewestSequence,
            last_message_id = @LastMessageId, last_inbound_at = @LastInboundAt, waiting_since = @WaitingSince,
            snoozed_until = @SnoozedUntil, updated_at = @UpdatedAt
        WHERE id = @Id
        """;

    public async ValueTask SaveAsync(Transaction transaction, Conversation conversation) =>
        await transaction.ExecuteAsync(Save, new
        {
            conversation.Id,
            conversation.Status,
            ClaimOperator = conversation.Claim?.OperatorId,
            ClaimUntil = conversation.Claim?.Until,
            conversation.Unread,
            Labels = ConversationRecord.EncodeLabels(conversation.Labels),
            conversation.LastSeq,
            NewestTime = conversation.Newest.Time,
            NewestSequence = conversation.Newest.Sequence,
            conversation.LastMessageId,
            conversation.LastInboundAt,
            conversation.WaitingSince,
            conversation.SnoozedUntil,
            conversation.UpdatedAt,
        });

    private const string RemoveLabels = "DELETE FROM conversation_label WHERE conversation_id = @Id";

    private const string SaveLabel = "INSERT INTO conversation_label (conversation_id, label) VALUES (@Id, @label)";

    public async ValueTask SaveLabelsAsync(Transaction transaction, Conversation conversation)
    {
        await transaction.ExecuteAsync(RemoveLabels, new { conversation.Id });
        foreach (var label in conversation.Labels)
        {
            await transaction.ExecuteAsync(SaveLabel, new { conversation.Id, label });
        }
    }

    private const string DueSnoozes = "SELECT id FROM conversation WHERE snoozed_until <= @now ORDER BY snoozed_until";

    public ValueTask<IReadOnlyList<ConversationId>> ListDueSnoozesAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ConversationId>>(
            async connection => await connection.ListAsync<ConversationId>(DueSnoozes, new { now }, cancellationToken), cancellationToken);

    private ValueTask<IReadOnlyList<ConversationRow>> ReadRowsAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ConversationRow>>(
            async connection =>
            [
                .. await connection.QueryAsync<ConversationRecord, MessageRecord?, ConversationRow>(
                    new CommandDefinition(sql, parameters, cancellationToken: cancellationToken),
                    (conversation, last) => new ConversationRow(conversation.ToConversation(), last?.ToMessage())),
            ],
            cancellationToken);

    // The rows are locked in a subquery, because PostgreSQL locks nothing across an outer join. In order of ids, so that two who
    // lock several never wait for each other.
    private async ValueTask<IReadOnlyList<Conversation>> LockWhereAsync(Transaction transaction, string condition, object parameters)
    {
        var rows = await transaction.QueryAsync<ConversationRecord>(
            $"""
            SELECT {ConversationRecord.Columns}
            FROM (SELECT * FROM conversation WHERE {condition} ORDER BY id {database.ForUpdate}) c
            {ConversationRecord.Joins}
            """,
            parameters);
        return [.. rows.Select(row => row.ToConversation())];
    }
}

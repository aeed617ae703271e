using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>The inbox as a list.</summary>
internal sealed partial class ConversationStore
{
    private static readonly string MatchColumns = MessageRecord.Columns.Replace("m.", "x.", StringComparison.Ordinal);

    /// <summary>The page is cut before anything is joined to it: an order without an index sorts conversations alone.</summary>
    public ValueTask<IReadOnlyList<ConversationRow>> ListAsync(
        ConversationFilter filter, DateTimeOffset now, ConversationCursor? after, int limit, CancellationToken cancellationToken)
    {
        var query = ConversationQuery.Of(database, filter, now, after);
        query.Parameters.Add("limit", limit);
        var match = query.Match is { } condition
            ? $"""
                LEFT JOIN message x ON x.id = (
                    SELECT m.id FROM message m WHERE m.conversation_id = c.id AND {condition}
                    ORDER BY m.order_time DESC, m.order_sequence DESC, m.seq DESC LIMIT 1)
                """
            : "LEFT JOIN message x ON 1 = 0";
        var sql = $"""
            SELECT {ConversationRecord.Columns}, c.place, {MessageRecord.Columns}, {MatchColumns}
            FROM (
                SELECT c.*, {query.Place} AS place FROM conversation c
                {query.Where}
                ORDER BY {query.Order}
                LIMIT @limit) c
            {ConversationRecord.Joins}
            LEFT JOIN message m ON m.id = c.last_message_id
            {match}
            ORDER BY c.place {query.Direction}, c.id {query.Direction}
            """;
        return database.ReadAsync<IReadOnlyList<ConversationRow>>(
            async connection =>
            [
                .. await connection.QueryAsync<ConversationRecord, MessageRecord?, MessageRecord?, ConversationRow>(
                    new CommandDefinition(sql, query.Parameters, cancellationToken: cancellationToken),
                    (conversation, last, found) => new ConversationRow(conversation.ToConversation(), last?.ToMessage())
                    {
                        Place = conversation.Place,
                        Match = found?.ToMessage(),
                    }),
            ],
            cancellationToken);
    }

    // From the index alone: it holds the three columns and nothing else.
    private const string Counts = """
        SELECT
            count(CASE WHEN status = 1 AND claim_operator = @me AND claim_until > @now THEN 1 END) AS mine,
            count(CASE WHEN status = 1 AND (claim_operator IS NULL OR claim_until <= @now) THEN 1 END) AS unassigned,
            count(CASE WHEN status = 1 THEN 1 END) AS open,
            count(CASE WHEN status = 3 THEN 1 END) AS snoozed,
            count(CASE WHEN status = 4 THEN 1 END) AS closed
        FROM conversation
        """;

    public ValueTask<InboxCounts> CountAsync(OperatorId me, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.FindAsync<InboxCounts>(Counts, new { me, now }, cancellationToken), cancellationToken);
}

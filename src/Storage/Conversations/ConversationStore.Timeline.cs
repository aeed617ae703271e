using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>All of a person's conversations as one.</summary>
internal sealed partial class ConversationStore
{
    private const string When = "CASE m.direction WHEN 1 THEN m.order_time ELSE m.created_at END";

    // The places first, from narrow rows; only the page itself is read whole.
    private const string Timeline = $"""
        SELECT {MessageRecord.Columns} FROM message m
        WHERE m.id IN (
            SELECT m.id FROM message m
            WHERE m.conversation_id IN (SELECT id FROM conversation WHERE contact_id = @id) AND ({When}, m.id) < (@at, @before)
            ORDER BY {When} DESC, m.id DESC
            LIMIT @limit)
        ORDER BY {When}, m.id
        """;

    private static readonly TimelineCursor Newest =
        new(DateTimeOffset.MaxValue, new MessageId(new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")));

    public ValueTask<IReadOnlyList<Message>> ListTimelineAsync(
        ContactId id, TimelineCursor? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Message>>(
            async connection =>
            {
                var place = before ?? Newest;
                var rows = await connection.ListAsync<MessageRecord>(
                    Timeline, new { id, at = place.At, before = place.Id, limit }, cancellationToken);
                return [.. rows.Select(row => row.ToMessage())];
            },
            cancellationToken);
}

using System.Buffers.Binary;
using System.Data.Common;
using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Statistics;

namespace Rozmova.Storage.Statistics;

/// <summary>
/// Counts over the rows themselves, on either engine. Ids begin with the millisecond they were made in, as <c>created_at</c> has it,
/// so a period is a stretch of the ids' own index, and nothing more is kept while messages come in.
/// </summary>
internal sealed class StatisticsStore(Database database) : IStatisticsStore
{
    /// <summary>A wait that began longer than this before the period counts as this long.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(3);

    private const string Volume = """
        SELECT channel_id, (created_at - @from) / 3600000000 AS hour,
            COUNT(*) FILTER (WHERE direction = 1) AS inbound, COUNT(*) FILTER (WHERE direction = 2) AS outbound
        FROM message
        WHERE id >= @first AND id < @end AND direction IN (1, 2)
        GROUP BY 1, 2
        ORDER BY 1, 2
        """;

    // That a conversation was closed is an entry of its own, with its kind in the details.
    private const string Conversations = """
        SELECT
            (SELECT COUNT(*) FROM conversation WHERE id >= @first AND id < @end) AS new,
            COUNT(DISTINCT CASE WHEN direction IN (1, 2) THEN conversation_id END) AS active,
            COUNT(DISTINCT CASE WHEN direction = 4 AND details LIKE '%"key":"closed"%' THEN conversation_id END) AS closed
        FROM message
        WHERE id >= @first AND id < @end
        """;

    // A turn is what the customer wrote since a person last answered, and that answer.
    private const string Responses = """
        WITH entry AS (
            SELECT conversation_id, seq, created_at, CASE direction WHEN 2 THEN 1 ELSE 0 END AS answer
            FROM message
            WHERE id >= @reach AND id < @end AND (direction = 1 OR (direction = 2 AND author_kind = 2))),
        numbered AS (
            SELECT conversation_id, created_at, answer,
                SUM(answer) OVER (PARTITION BY conversation_id ORDER BY seq) - answer AS turn
            FROM entry),
        turn AS (
            SELECT MAX(created_at) FILTER (WHERE answer = 1) - MIN(created_at) FILTER (WHERE answer = 0) AS wait,
                MAX(created_at) FILTER (WHERE answer = 1) AS answered
            FROM numbered
            GROUP BY conversation_id, turn),
        ranked AS (
            SELECT wait, ROW_NUMBER() OVER (ORDER BY wait) AS rank, COUNT(*) OVER () AS answers
            FROM turn
            WHERE wait IS NOT NULL AND answered >= @from)
        SELECT COUNT(*) AS answers, MIN(wait) FILTER (WHERE rank * 2 >= answers) AS median,
            MIN(wait) FILTER (WHERE rank * 10 >= answers * 9) AS ninetieth
        FROM ranked
        """;

    private const string Channels = """
        SELECT channel_id, COUNT(*) FILTER (WHERE waiting_since IS NOT NULL) AS waiting,
            COUNT(*) FILTER (WHERE claim_operator IS NULL OR claim_until <= @now) AS unassigned
        FROM conversation
        WHERE status = 1
        GROUP BY channel_id
        """;

    private const string Held = """
        SELECT claim_operator AS operator_id, COUNT(*) AS held, COUNT(*) FILTER (WHERE status = 1) AS open,
            COUNT(*) FILTER (WHERE unread > 0) AS unread
        FROM conversation
        WHERE claim_operator IS NOT NULL AND claim_until > @now AND status <> 4
        GROUP BY claim_operator
        """;

    private const string Longest = """
        SELECT id FROM conversation WHERE status = 1 AND waiting_since IS NOT NULL ORDER BY waiting_since, id LIMIT @most
        """;

    // First the messages by their time: an index by conversation would lead through all there ever were.
    private const string Undecided = """
        WITH failed AS MATERIALIZED (
            SELECT conversation_id, created_at FROM message
            WHERE id >= @failed AND direction = 2 AND status IN (4, 8) AND deleted_at IS NULL)
        SELECT f.conversation_id, COUNT(*) AS messages
        FROM failed f JOIN conversation c ON c.id = f.conversation_id
        WHERE c.status <> 4
        GROUP BY f.conversation_id
        ORDER BY MIN(f.created_at)
        """;

    private const string Waking = """
        SELECT COUNT(*) FROM conversation WHERE snoozed_until IS NOT NULL AND snoozed_until < @wakingBefore AND status = 3
        """;

    private const string Quarantined = "SELECT COUNT(*) FROM quarantine WHERE state = 1";

    public ValueTask<PeriodCounts> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var period = new { from, first = FirstId(from), end = FirstId(until), reach = FirstId(from - LongestWait) };
        return database.ReadAsync(
            async connection =>
            {
                var volume = await connection.ListAsync<VolumeRecord>(Volume, period, cancellationToken);
                var conversations = await ReadOneAsync<ConversationsRecord>(connection, Conversations, period, cancellationToken);
                var responses = await ReadOneAsync<ResponsesRecord>(connection, Responses, period, cancellationToken);
                return new PeriodCounts([.. volume.Select(row => row.ToVolume())], conversations.ToCounts(), responses.ToTimes());
            },
            cancellationToken);
    }

    public ValueTask<WaitingCounts> CountWaitingAsync(
        DateTimeOffset now, DateTimeOffset wakingBefore, DateTimeOffset failedSince, int most, CancellationToken cancellationToken)
    {
        var asked = new { now, wakingBefore, failed = FirstId(failedSince), most };
        return database.ReadAsync(
            async connection =>
            {
                var undecided = await connection.ListAsync<UndecidedRecord>(Undecided, asked, cancellationToken);
                return new WaitingCounts(
                    [.. (await connection.ListAsync<ChannelRecord>(Channels, asked, cancellationToken)).Select(row => row.ToCounts())],
                    [.. (await connection.ListAsync<HeldRecord>(Held, asked, cancellationToken)).Select(row => row.ToCounts())],
                    await connection.ListAsync<ConversationId>(Longest, asked, cancellationToken),
                    [.. undecided.Take(most).Select(row => row.ConversationId)],
                    (int)undecided.Sum(row => row.Messages),
                    await ReadOneAsync<int>(connection, Waking, asked, cancellationToken),
                    await ReadOneAsync<int>(connection, Quarantined, asked, cancellationToken));
            },
            cancellationToken);
    }

    private static Task<T> ReadOneAsync<T>(DbConnection connection, string sql, object asked, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<T>(new CommandDefinition(sql, asked, cancellationToken: cancellationToken));

    /// <summary>The smallest id that can have been made at this moment or later.</summary>
    private static Guid FirstId(DateTimeOffset at)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, at.ToUnixTimeMilliseconds() << 16); // 48 bits of time lead
        return new Guid(id, bigEndian: true);
    }

    private sealed class VolumeRecord
    {
        public ChannelId ChannelId { get; init; }

        public long Hour { get; init; }

        public long Inbound { get; init; }

        public long Outbound { get; init; }

        public HourlyVolume ToVolume() => new(ChannelId, (int)Hour, (int)Inbound, (int)Outbound);
    }

    private sealed class ConversationsRecord
    {
        public long New { get; init; }

        public long Active { get; init; }

        public long Closed { get; init; }

        public ConversationCounts ToCounts() => new((int)New, (int)Active, (int)Closed);
    }

    private sealed class ResponsesRecord
    {
        public long Answers { get; init; }

        public long? Median { get; init; }

        public long? Ninetieth { get; init; }

        public ResponseTimes ToTimes() => new((int)Answers, Micros(Median), Micros(Ninetieth));

        private static TimeSpan? Micros(long? count) => count is { } micros ? TimeSpan.FromMicroseconds(micros) : null;
    }

    private sealed class ChannelRecord
    {
        public ChannelId ChannelId { get; init; }

        public long Waiting { get; init; }

        public long Unassigned { get; init; }

        public ChannelCounts ToCounts() => new(ChannelId, (int)Waiting, (int)Unassigned);
    }

    private sealed class HeldRecord
    {
        public OperatorId OperatorId { get; init; }

        public long Held { get; init; }

        public long Open { get; init; }

        public long Unread { get; init; }

        public HeldCounts ToCounts() => new(OperatorId, (int)Held, (int)Open, (int)Unread);
    }

    private sealed class UndecidedRecord
    {
        public ConversationId ConversationId { get; init; }

        public long Messages { get; init; }
    }
}

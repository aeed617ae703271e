using Npgsql;
using Rozmova.Messaging;
using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>
/// The inbound pipeline's statements on PostgreSQL: a round trip per step, whatever the size of the batch. HOT: measured by the
/// intake benchmark.
/// </summary>
internal sealed class PostgresInboundStore(IConversationStore conversations, IOutbox outbox) : IInboundStore
{
    // The plans of these statements are made once, when the tables may be empty, and kept: a join with the whole table then looks cheap,
    // and every one of them wants a few rows by their keys. What has no index looks so dear after that that it would be compiled first.
    // And the commit of a batch waits for no disk: lost in a crash, the batch is still in the journal, as the same commit takes it out.
    // Delivery asks here too, and what it writes down nobody could repeat.
    private const string Settings = """
        SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
               set_config('jit', 'off', true),
               set_config('synchronous_commit', CASE WHEN @repeatable THEN 'off' ELSE current_setting('synchronous_commit') END, true)
        """;

    // In the order of ids, so that two batches never wait for each other crosswise. Locked in a subquery: a conversation that was waited
    // for because its contact joined another is then read with the contact it has now.
    private const string FindChats = """
        SELECT c.channel_id, c.chat, c.id, c.contact_id, p.name, p.avatar_id, c.status, c.claim_operator, o.name, c.claim_until, c.unread,
               c.labels, c.last_seq, c.newest_time, c.newest_sequence, c.last_message_id, c.last_inbound_at, c.waiting_since, c.snoozed_until,
               i.blocked, c.created_at, c.updated_at, i.name, m.id, m.order_time, m.order_sequence, m.details
        FROM (
            SELECT c.* FROM unnest(@channels, @chats) AS wanted (channel_id, chat)
            JOIN conversation c ON c.channel_id = wanted.channel_id AND c.chat = wanted.chat
            ORDER BY c.id
            FOR UPDATE OF c) c
        JOIN contact p ON p.id = c.contact_id
        JOIN identity i ON i.channel_id = c.channel_id AND i.chat = c.chat
        LEFT JOIN operator o ON o.id = c.claim_operator
        LEFT JOIN message m ON m.id = c.choices_message_id AND m.kind = 'text'
        """;

    private const string FindMessages = """
        SELECT m.channel_id, m.platform_key, m.id
        FROM unnest(@channels, @keys) AS wanted (channel_id, platform_key)
        JOIN message m ON m.channel_id = wanted.channel_id AND m.platform_key = wanted.platform_key
        """;

    // Nothing waits, nearly always: then nothing is looked for.
    private const string FindEarly = """
        SELECT e.channel_id, e.platform_key, e.change, e.at, e.received_at
        FROM unnest(@channels, @keys) AS wanted (channel_id, platform_key)
        JOIN early_change e ON e.channel_id = wanted.channel_id AND e.platform_key = wanted.platform_key
        WHERE EXISTS (SELECT 1 FROM early_change)
        ORDER BY e.at
        """;

    /// <inheritdoc/>
    public async ValueTask<InboundState> LoadAsync(Transaction transaction, InboundQuery query)
    {
        await using var batch = transaction.Batch();
        batch.Add(Settings).AddWithValue("repeatable", transaction.Repeatable);
        var wanted = batch.Add(FindChats);
        wanted.AddArray("channels", [.. query.Chats.Select(key => key.Channel.Value)]);
        wanted.AddArray("chats", [.. query.Chats.Select(key => (string?)key.Chat)]);
        BindKeys(batch.Add(FindMessages), query.Keys);
        BindKeys(batch.Add(FindMessages), [.. query.Targets.Keys]);
        BindKeys(batch.Add(FindEarly), query.Keys);

        Dictionary<ChatKey, InboundChat> chats;
        Dictionary<MessageKey, MessageId> known;
        Dictionary<MessageKey, MessageId> changed;
        List<EarlyChange> early;
        await using (var rows = await batch.ExecuteReaderAsync())
        {
            await rows.NextResultAsync();
            chats = await ReadChatsAsync(rows);
            await rows.NextResultAsync();
            known = await ReadMessageIdsAsync(rows);
            await rows.NextResultAsync();
            changed = await ReadMessageIdsAsync(rows);
            await rows.NextResultAsync();
            early = await ReadEarlyAsync(rows);
        }

        if (changed.Count < query.Targets.Count)
        {
            await FindJustSentAsync(transaction, query, changed);
        }

        var targets = new Dictionary<MessageKey, Message>();
        foreach (var (key, id) in changed)
        {
            if (await conversations.FindMessageAsync(transaction, id) is { } message)
            {
                targets.Add(key, message);
            }
        }

        return new InboundState(chats, known, targets, early.ToLookup(change => change.Key))
        {
            Own = await OwnMessages.LoadAsync(conversations, transaction, query),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<ILookup<MessageKey, EarlyChange>> FindEarlyAsync(
        Transaction transaction, IReadOnlyCollection<MessageKey> keys)
    {
        await using var batch = transaction.Batch();
        batch.Add(Settings).AddWithValue("repeatable", transaction.Repeatable);
        BindKeys(batch.Add(FindEarly), keys);
        await using var rows = await batch.ExecuteReaderAsync();
        await rows.NextResultAsync();
        return (await ReadEarlyAsync(rows)).ToLookup(early => early.Key);
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(Transaction transaction, InboundChanges changes)
    {
        await PostgresInboundWriter.SaveAsync(transaction, changes);
        foreach (var message in changes.ChangedMessages)
        {
            await conversations.UpdateMessageAsync(transaction, message);
        }

        if (changes.Arrived.Count > 0)
        {
            await outbox.RemoveAsync(transaction, changes.Arrived);
        }
    }

    /// <inheritdoc/>
    public ValueTask MoveChatAsync(Transaction transaction, ChatKey from, string to) => PostgresInboundWriter.MoveAsync(transaction, from, to);

    /// <inheritdoc/>
    public async ValueTask ForgetEarlyAsync(Transaction transaction, DateTimeOffset before) =>
        await transaction.ExecuteAsync("DELETE FROM early_change WHERE received_at < @before", new { before });

    /// <summary>
    /// Delivery may at this moment be writing down the id that we look for. Its commit is waited for, or ours is by Delivery: so either the
    /// message is found here, or what is put down for it is found there.
    /// </summary>
    private async ValueTask FindJustSentAsync(Transaction transaction, InboundQuery query, Dictionary<MessageKey, MessageId> found)
    {
        var missing = query.Targets.Where(target => !found.ContainsKey(target.Key)).ToArray();
        foreach (var chat in missing.Select(target => target.Value).Distinct())
        {
            await conversations.LockUnfinishedAsync(transaction, chat.Channel, chat.Chat, MessageStatus.Sent, DateTimeOffset.MaxValue);
        }

        await using var batch = transaction.Batch();
        BindKeys(batch.Add(FindMessages), [.. missing.Select(target => target.Key)]);
        await using var rows = await batch.ExecuteReaderAsync();
        foreach (var (key, id) in await ReadMessageIdsAsync(rows))
        {
            found.Add(key, id);
        }
    }

    private static async ValueTask<Dictionary<ChatKey, InboundChat>> ReadChatsAsync(NpgsqlDataReader rows)
    {
        var found = new Dictionary<ChatKey, InboundChat>();
        while (await rows.ReadAsync())
        {
            var chat = ReadChat(rows);
            found.Add(new ChatKey(chat.Conversation.ChannelId, chat.Conversation.Chat), chat);
        }

        return found;
    }

    private static InboundChat ReadChat(NpgsqlDataReader row) => new(
        new Conversation
        {
            ChannelId = new ChannelId(row.GetGuid(0)),
            Chat = row.GetString(1),
            Id = new ConversationId(row.GetGuid(2)),
            ContactId = new ContactId(row.GetGuid(3)),
            ContactName = row.IsDBNull(4) ? null : row.GetString(4),
            AvatarId = row.IsDBNull(5) ? null : new MediaId(row.GetGuid(5)),
            Status = (ConversationStatus)row.GetInt16(6),
            Claim = row.IsDBNull(7)
                ? null
                : new Claim(new OperatorId(row.GetGuid(7)), row.IsDBNull(8) ? "" : row.GetString(8), Time(row, 9) ?? default),
            Unread = row.GetInt32(10),
            Labels = StoredContent.DecodeLabels(row.GetString(11)),
            LastSeq = row.GetInt64(12),
            Newest = new ReadingOrder(SqlTypes.FromMicros(row.GetInt64(13)), row.GetInt64(14)),
            LastMessageId = row.IsDBNull(15) ? null : new MessageId(row.GetGuid(15)),
            LastInboundAt = Time(row, 16),
            WaitingSince = Time(row, 17),
            SnoozedUntil = Time(row, 18),
            Blocked = row.GetBoolean(19),
            CreatedAt = SqlTypes.FromMicros(row.GetInt64(20)),
            UpdatedAt = SqlTypes.FromMicros(row.GetInt64(21)),
        },
        row.IsDBNull(22) ? null : row.GetString(22))
        {
            Choices = row.IsDBNull(23)
                ? null
                : new NumberedChoices(
                    new MessageId(row.GetGuid(23)), new ReadingOrder(SqlTypes.FromMicros(row.GetInt64(24)), row.GetInt64(25)),
                    StoredContent.DecodeChoices(row.IsDBNull(26) ? null : row.GetString(26))),
        };

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : SqlTypes.FromMicros(row.GetInt64(column));

    private static async ValueTask<Dictionary<MessageKey, MessageId>> ReadMessageIdsAsync(NpgsqlDataReader rows)
    {
        var found = new Dictionary<MessageKey, MessageId>();
        while (await rows.ReadAsync())
        {
            found.Add(new MessageKey(new ChannelId(rows.GetGuid(0)), rows.GetString(1)), new MessageId(rows.GetGuid(2)));
        }

        return found;
    }

    private static async ValueTask<List<EarlyChange>> ReadEarlyAsync(NpgsqlDataReader rows)
    {
        var found = new List<EarlyChange>();
        while (await rows.ReadAsync())
        {
            found.Add(new EarlyChange(
                new MessageKey(new ChannelId(rows.GetGuid(0)), rows.GetString(1)), StoredChange.Decode(rows.GetString(2)),
                SqlTypes.FromMicros(rows.GetInt64(3)), SqlTypes.FromMicros(rows.GetInt64(4))));
        }

        return found;
    }

    private static void BindKeys(NpgsqlParameterCollection parameters, IReadOnlyCollection<MessageKey> keys)
    {
        parameters.AddArray("channels", [.. keys.Select(key => key.Channel.Value)]);
        parameters.AddArray("keys", [.. keys.Select(key => (string?)key.Key)]);
    }
}

using Rozmova.Messaging;
using Rozmova.Storage.Conversations;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Sqlite;

/// <summary>
/// The inbound pipeline's statements on SQLite: a prepared statement per step, a row at a time, since inside the process a row costs
/// microseconds and a round trip nothing. HOT: measured by the intake benchmark.
/// </summary>
internal sealed class SqliteInboundStore(SqliteDatabase database, IConversationStore conversations, IOutbox outbox) : IInboundStore
{
    private const string FindChat = """
        SELECT c.id, c.contact_id, p.name, p.avatar_id, c.status, c.claim_operator, o.name, c.claim_until, c.unread, c.labels, c.last_seq,
               c.newest_time, c.newest_sequence, c.last_message_id, c.last_inbound_at, c.waiting_since, c.snoozed_until, i.blocked,
               c.created_at, c.updated_at, i.name, m.id, m.order_time, m.order_sequence, m.details
        FROM conversation c
        JOIN contact p ON p.id = c.contact_id
        JOIN identity i ON i.channel_id = c.channel_id AND i.chat = c.chat
        LEFT JOIN operator o ON o.id = c.claim_operator
        LEFT JOIN message m ON m.id = c.choices_message_id AND m.kind = 'text'
        WHERE c.channel_id = ? AND c.chat = ?
        """;

    private const string FindMessage = "SELECT id FROM message WHERE channel_id = ? AND platform_key = ?";

    private const string AnyEarly = "SELECT EXISTS (SELECT 1 FROM early_change)";

    private const string FindEarly = """
        SELECT change, at, received_at FROM early_change WHERE channel_id = ? AND platform_key = ? ORDER BY at
        """;

    private readonly SqliteInboundWriter _writer = new(database);

    /// <inheritdoc/>
    public async ValueTask<InboundState> LoadAsync(Transaction transaction, InboundQuery query)
    {
        var chats = new Dictionary<ChatKey, InboundChat>(query.Chats.Count);
        foreach (var key in query.Chats)
        {
            if (ReadChat(key) is { } chat)
            {
                chats.Add(key, chat);
            }
        }

        var known = new Dictionary<MessageKey, MessageId>();
        foreach (var key in query.Keys)
        {
            if (ReadMessageId(key) is { } id)
            {
                known.Add(key, id);
            }
        }

        var targets = new Dictionary<MessageKey, Message>();
        foreach (var key in query.Targets.Keys)
        {
            if (ReadMessageId(key) is { } id && await conversations.FindMessageAsync(transaction, id) is { } message)
            {
                targets.Add(key, message);
            }
        }

        return new InboundState(chats, known, targets, ReadEarly(query.Keys).ToLookup(early => early.Key))
        {
            Own = await OwnMessages.LoadAsync(conversations, transaction, query),
        };
    }

    /// <inheritdoc/>
    public ValueTask<ILookup<MessageKey, EarlyChange>> FindEarlyAsync(Transaction transaction, IReadOnlyCollection<MessageKey> keys) =>
        new(ReadEarly(keys).ToLookup(early => early.Key));

    /// <inheritdoc/>
    public async ValueTask SaveAsync(Transaction transaction, InboundChanges changes)
    {
        _writer.AddChats(changes.NewChats);
        _writer.SaveChats(changes.ChangedChats);
        _writer.SaveBlocked(changes.BlockedChats);
        _writer.Rename(changes.RenamedChats);
        _writer.AddMessages(changes.NewMessages);
        _writer.AddMedia(changes.Media);
        _writer.AddEarly(changes.Early);
        _writer.RemoveEarly(changes.EarlyDone);
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
    public ValueTask MoveChatAsync(Transaction transaction, ChatKey from, string to)
    {
        _writer.Move(from, to);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask ForgetEarlyAsync(Transaction transaction, DateTimeOffset before) =>
        await transaction.ExecuteAsync("DELETE FROM early_change WHERE received_at < @before", new { before });

    private InboundChat? ReadChat(ChatKey key)
    {
        var row = database.Statement(FindChat).Bind(key.Channel.Value).Bind(key.Chat);
        if (!row.Step())
        {
            return null;
        }

        var conversation = new Conversation
        {
            Id = new ConversationId(row.Guid(0)),
            ChannelId = key.Channel,
            Chat = key.Chat,
            ContactId = new ContactId(row.Guid(1)),
            ContactName = row.TextOrNull(2),
            AvatarId = row.IsNull(3) ? null : new MediaId(row.Guid(3)),
            Status = (ConversationStatus)row.Long(4),
            Claim = row.IsNull(5) ? null : new Claim(new OperatorId(row.Guid(5)), row.TextOrNull(6) ?? "", row.Time(7)),
            Unread = (int)row.Long(8),
            Labels = StoredContent.DecodeLabels(row.Text(9)),
            LastSeq = row.Long(10),
            Newest = new ReadingOrder(row.Time(11), row.Long(12)),
            LastMessageId = row.IsNull(13) ? null : new MessageId(row.Guid(13)),
            LastInboundAt = row.TimeOrNull(14),
            WaitingSince = row.TimeOrNull(15),
            SnoozedUntil = row.TimeOrNull(16),
            Blocked = row.Long(17) != 0,
            CreatedAt = row.Time(18),
            UpdatedAt = row.Time(19),
        };
        var chat = new InboundChat(conversation, row.TextOrNull(20))
        {
            Choices = row.IsNull(21)
                ? null
                : new NumberedChoices(
                    new MessageId(row.Guid(21)), new ReadingOrder(row.Time(22), row.Long(23)), StoredContent.DecodeChoices(row.TextOrNull(24))),
        };
        row.Reset();
        return chat;
    }

    private MessageId? ReadMessageId(MessageKey key)
    {
        var row = database.Statement(FindMessage).Bind(key.Channel.Value).Bind(key.Key);
        if (!row.Step())
        {
            return null;
        }

        var id = new MessageId(row.Guid(0));
        row.Reset();
        return id;
    }

    private List<EarlyChange> ReadEarly(IReadOnlyCollection<MessageKey> keys)
    {
        var any = database.Statement(AnyEarly);
        any.Step();
        var some = any.Long(0) != 0;
        any.Reset();
        var found = new List<EarlyChange>();
        if (!some)
        {
            return found;
        }

        foreach (var key in keys)
        {
            var row = database.Statement(FindEarly).Bind(key.Channel.Value).Bind(key.Key);
            while (row.Step())
            {
                found.Add(new EarlyChange(key, StoredChange.Decode(row.Text(0)), row.Time(1), row.Time(2)));
            }
        }

        return found;
    }
}

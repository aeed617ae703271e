using Npgsql;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>The writing half of <see cref="PostgresInboundStore"/>. HOT: measured by the intake benchmark.</summary>
internal static class PostgresInboundWriter
{
    private const string AddContacts = """
        INSERT INTO contact (id, name, username, language, phone, created_at, updated_at)
        SELECT id, name, username, language, phone, at, at FROM unnest(@contacts, @names, @usernames, @languages, @phones, @created)
            AS new (id, name, username, language, phone, at)
        """;

    private const string AddIdentities = """
        INSERT INTO identity (channel_id, chat, contact_id, name, username, blocked, created_at)
        SELECT * FROM unnest(@channels, @chats, @contacts, @identityNames, @usernames, @blocked, @created)
        """;

    private const string AddConversations = """
        INSERT INTO conversation (id, channel_id, chat, contact_id, created_at, status, unread, last_seq, newest_time, newest_sequence,
            last_message_id, last_inbound_at, waiting_since, snoozed_until, updated_at)
        SELECT * FROM unnest(@ids, @channels, @chats, @contacts, @created, @statuses, @unread, @seqs, @newestTimes, @newestSequences,
            @lastMessages, @lastInbound, @waiting, @snoozed, @updated)
        """;

    private const string SaveConversations = """
        UPDATE conversation SET status = new.status, unread = new.unread, last_seq = new.last_seq, newest_time = new.newest_time,
            newest_sequence = new.newest_sequence, last_message_id = new.last_message_id, last_inbound_at = new.last_inbound_at,
            waiting_since = new.waiting_since, snoozed_until = new.snoozed_until, updated_at = new.updated_at
        FROM unnest(@ids, @statuses, @unread, @seqs, @newestTimes, @newestSequences, @lastMessages, @lastInbound, @waiting, @snoozed, @updated)
            AS new (id, status, unread, last_seq, newest_time, newest_sequence, last_message_id, last_inbound_at, waiting_since, snoozed_until, updated_at)
        WHERE conversation.id = new.id
        """;

    private const string SaveBlocked = """
        UPDATE identity SET blocked = new.blocked FROM unnest(@channels, @chats, @blocked) AS new (channel_id, chat, blocked)
        WHERE identity.channel_id = new.channel_id AND identity.chat = new.chat
        """;

    private const string Rename = """
        WITH new AS (SELECT * FROM unnest(@channels, @chats, @contacts, @names, @identityNames) AS new (channel_id, chat, contact_id, name, identity_name)),
             renamed AS (UPDATE identity SET name = new.identity_name FROM new WHERE identity.channel_id = new.channel_id AND identity.chat = new.chat)
        UPDATE contact SET name = new.name FROM new WHERE contact.id = new.contact_id
        """;

    private const string AddMessages = """
        INSERT INTO message (id, conversation_id, channel_id, seq, order_time, order_sequence, direction, author_kind, author_id, author_name,
            kind, body, details, reply_to, platform_key, platform_id, status, sent_at, created_at, late, edited_at, deleted_at, reactions)
        SELECT * FROM unnest(@ids, @conversations, @channels, @seqs, @orderTimes, @orderSequences, @directions, @authorKinds, @authorIds,
            @authorNames, @kinds, @bodies, @details, @replies, @keys, @platformIds, @statuses, @sent, @created, @late, @edited, @deleted, @reactions)
        """;

    private const string AddMedia = """
        INSERT INTO media (id, channel_id, message_id, file_name, mime_type, size, state, remote_key, due_at, created_at)
        SELECT id, channel_id, message_id, file_name, mime_type, size, 0, remote_key, at, at
        FROM unnest(@ids, @channels, @messages, @names, @types, @sizes, @remotes, @created)
            AS new (id, channel_id, message_id, file_name, mime_type, size, remote_key, at)
        """;

    private const string AddEarly = """
        INSERT INTO early_change (channel_id, platform_key, kind, at, change, received_at)
        SELECT DISTINCT ON (channel_id, platform_key, kind) * FROM unnest(@channels, @keys, @kinds, @times, @changes, @received)
            AS new (channel_id, platform_key, kind, at, change, received_at)
        ORDER BY channel_id, platform_key, kind, at DESC
        ON CONFLICT (channel_id, platform_key, kind) DO UPDATE SET at = excluded.at, change = excluded.change WHERE excluded.at > early_change.at
        """;

    private const string RemoveEarly = """
        DELETE FROM early_change USING unnest(@channels, @keys) AS done (channel_id, platform_key)
        WHERE early_change.channel_id = done.channel_id AND early_change.platform_key = done.platform_key
        """;

    private const string MoveConversation = """
        UPDATE conversation SET chat = @to WHERE channel_id = @channel AND chat = @from
            AND NOT EXISTS (SELECT 1 FROM conversation WHERE channel_id = @channel AND chat = @to)
        """;

    private const string MoveIdentity = """
        UPDATE identity SET chat = @to WHERE channel_id = @channel AND chat = @from
            AND NOT EXISTS (SELECT 1 FROM identity WHERE channel_id = @channel AND chat = @to)
        """;

    public static async ValueTask SaveAsync(Transaction transaction, InboundChanges changes)
    {
        await using var batch = transaction.Batch();
        Add(batch, AddContacts, changes.NewChats, BindNewPeople);
        Add(batch, AddIdentities, changes.NewChats, BindNewPeople);
        Add(batch, AddConversations, changes.NewChats, (parameters, chats) =>
        {
            BindPeople(parameters, chats);
            BindStates(parameters, chats);
        });
        Add(batch, SaveConversations, changes.ChangedChats, BindStates);
        Add(batch, SaveBlocked, changes.BlockedChats, BindPeople);
        Add(batch, Rename, changes.RenamedChats, BindPeople);
        Add(batch, AddMessages, changes.NewMessages, BindMessages);
        Add(batch, AddMedia, changes.Media, BindMedia);
        Add(batch, AddEarly, changes.Early, BindEarly);
        Add(batch, RemoveEarly, changes.EarlyDone, (parameters, keys) =>
        {
            parameters.AddArray("channels", [.. keys.Select(key => key.Channel.Value)]);
            parameters.AddArray("keys", [.. keys.Select(key => (string?)key.Key)]);
        });
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync();
        }
    }

    public static async ValueTask MoveAsync(Transaction transaction, ChatKey from, string to)
    {
        foreach (var sql in (string[])[MoveIdentity, MoveConversation])
        {
            await using var command = transaction.Command(sql);
            command.Parameters.AddWithValue("channel", from.Channel.Value);
            command.Parameters.AddWithValue("from", from.Chat);
            command.Parameters.AddWithValue("to", to);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static void Add<T>(
        NpgsqlBatch batch, string sql, IReadOnlyCollection<T> items, Action<NpgsqlParameterCollection, IReadOnlyCollection<T>> bind)
    {
        if (items.Count > 0)
        {
            bind(batch.Add(sql), items);
        }
    }

    private static void BindPeople(NpgsqlParameterCollection parameters, IReadOnlyCollection<InboundChat> chats)
    {
        parameters.AddArray("channels", [.. chats.Select(chat => chat.Conversation.ChannelId.Value)]);
        parameters.AddArray("chats", [.. chats.Select(chat => (string?)chat.Conversation.Chat)]);
        parameters.AddArray("contacts", [.. chats.Select(chat => chat.Conversation.ContactId.Value)]);
        parameters.AddArray("names", [.. chats.Select(chat => chat.Conversation.ContactName)]);
        parameters.AddArray("identityNames", [.. chats.Select(chat => chat.IdentityName)]);
        parameters.AddArray("blocked", [.. chats.Select(chat => chat.Conversation.Blocked)]);
        parameters.AddArray("created", [.. chats.Select(chat => chat.Conversation.CreatedAt.ToMicros())]);
    }

    private static void BindNewPeople(NpgsqlParameterCollection parameters, IReadOnlyCollection<InboundChat> chats)
    {
        BindPeople(parameters, chats);
        parameters.AddArray("usernames", [.. chats.Select(chat => chat.Person.Username)]);
        parameters.AddArray("languages", [.. chats.Select(chat => chat.Person.Language)]);
        parameters.AddArray("phones", [.. chats.Select(chat => chat.Person.Phone)]);
    }

    private static void BindStates(NpgsqlParameterCollection parameters, IReadOnlyCollection<InboundChat> chats)
    {
        parameters.AddArray("ids", [.. chats.Select(chat => chat.Conversation.Id.Value)]);
        parameters.AddArray("statuses", [.. chats.Select(chat => (long)chat.Conversation.Status)]);
        parameters.AddArray("unread", [.. chats.Select(chat => (long)chat.Conversation.Unread)]);
        parameters.AddArray("seqs", [.. chats.Select(chat => chat.Conversation.LastSeq)]);
        parameters.AddArray("newestTimes", [.. chats.Select(chat => chat.Conversation.Newest.Time.ToMicros())]);
        parameters.AddArray("newestSequences", [.. chats.Select(chat => chat.Conversation.Newest.Sequence)]);
        parameters.AddArray("lastMessages", [.. chats.Select(chat => chat.Conversation.LastMessageId?.Value)]);
        parameters.AddArray("lastInbound", [.. chats.Select(chat => chat.Conversation.LastInboundAt?.ToMicros())]);
        parameters.AddArray("waiting", [.. chats.Select(chat => chat.Conversation.WaitingSince?.ToMicros())]);
        parameters.AddArray("snoozed", [.. chats.Select(chat => chat.Conversation.SnoozedUntil?.ToMicros())]);
        parameters.AddArray("updated", [.. chats.Select(chat => chat.Conversation.UpdatedAt.ToMicros())]);
    }

    private static void BindMessages(NpgsqlParameterCollection parameters, IReadOnlyCollection<Message> messages)
    {
        var contents = messages.Select(message => StoredContent.Encode(message.Content)).ToArray();
        parameters.AddArray("ids", [.. messages.Select(message => message.Id.Value)]);
        parameters.AddArray("conversations", [.. messages.Select(message => message.ConversationId.Value)]);
        parameters.AddArray("channels", [.. messages.Select(message => message.ChannelId.Value)]);
        parameters.AddArray("seqs", [.. messages.Select(message => message.Seq)]);
        parameters.AddArray("orderTimes", [.. messages.Select(message => message.Order.Time.ToMicros())]);
        parameters.AddArray("orderSequences", [.. messages.Select(message => message.Order.Sequence)]);
        parameters.AddArray("directions", [.. messages.Select(message => (long)message.Direction)]);
        parameters.AddArray("authorKinds", [.. messages.Select(message => (long)message.Author.Kind)]);
        parameters.AddArray("authorIds", [.. messages.Select(message => message.Author.Id)]);
        parameters.AddArray("authorNames", [.. messages.Select(message => message.Author.Name)]);
        parameters.AddArray("kinds", [.. contents.Select(content => (string?)content.Kind)]);
        parameters.AddArray("bodies", [.. contents.Select(content => content.Body)]);
        parameters.AddArray("details", [.. contents.Select(content => content.Details)]);
        parameters.AddArray("replies", [.. messages.Select(message => message.ReplyTo?.Value)]);
        parameters.AddArray("keys", [.. messages.Select(message => message.PlatformId?.Key)]);
        parameters.AddArray("platformIds", [.. messages.Select(message => message.PlatformId?.Id)]);
        parameters.AddArray("statuses", [.. messages.Select(message => (long?)message.Status)]);
        parameters.AddArray("sent", [.. messages.Select(message => message.SentAt?.ToMicros())]);
        parameters.AddArray("created", [.. messages.Select(message => message.CreatedAt.ToMicros())]);
        parameters.AddArray("late", [.. messages.Select(message => message.Late)]);
        parameters.AddArray("edited", [.. messages.Select(message => message.EditedAt?.ToMicros())]);
        parameters.AddArray("deleted", [.. messages.Select(message => message.DeletedAt?.ToMicros())]);
        parameters.AddArray("reactions", [.. messages.Select(message => StoredContent.EncodeReactions(message.Reactions))]);
    }

    private static void BindMedia(NpgsqlParameterCollection parameters, IReadOnlyCollection<InboundMedia> files)
    {
        parameters.AddArray("ids", [.. files.Select(media => media.Id.Value)]);
        parameters.AddArray("channels", [.. files.Select(media => media.ChannelId.Value)]);
        parameters.AddArray("messages", [.. files.Select(media => media.MessageId.Value)]);
        parameters.AddArray("names", [.. files.Select(media => media.File.FileName)]);
        parameters.AddArray("types", [.. files.Select(media => media.File.MimeType)]);
        parameters.AddArray("sizes", [.. files.Select(media => media.File.Size)]);
        parameters.AddArray("remotes", [.. files.Select(media => media.File.RemoteKey)]);
        parameters.AddArray("created", [.. files.Select(media => media.CreatedAt.ToMicros())]);
    }

    private static void BindEarly(NpgsqlParameterCollection parameters, IReadOnlyCollection<EarlyChange> changes)
    {
        parameters.AddArray("channels", [.. changes.Select(early => early.Key.Channel.Value)]);
        parameters.AddArray("keys", [.. changes.Select(early => (string?)early.Key.Key)]);
        parameters.AddArray("kinds", [.. changes.Select(early => (long)StoredChange.KindOf(early.Change))]);
        parameters.AddArray("times", [.. changes.Select(early => early.At.ToMicros())]);
        parameters.AddArray("changes", [.. changes.Select(early => (string?)StoredChange.Encode(early.Change))]);
        parameters.AddArray("received", [.. changes.Select(early => early.ReceivedAt.ToMicros())]);
    }
}

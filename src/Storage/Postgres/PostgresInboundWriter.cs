using Npgsql;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Postgres;

/// <summary>The writing half of <see cref="PostgresInboundStore"/>. HOT: measured by the intake benchmark.</summary>
internal static class PostgresInboundWriter
{
    private const string AddContacts = """
        INSERT INTO contact (id, name, created_at, updated_at) SELECT id, name, at, at FROM unnest(@contacts, @names, @created) AS new (id, name, at)
        """;

    private const string AddIdentities = """
        INSERT INTO identity (channel_id, chat, contact_id, name, blocked, created_at)
        SELECT * FROM unnest(@channels, @chats, @contacts, @identityNames, @blocked, @created)
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
        await RunAsync(transaction, AddContacts, changes.NewChats, BindPeople);
        await RunAsync(transaction, AddIdentities, changes.NewChats, BindPeople);
        await RunAsync(transaction, AddConversations, changes.NewChats, (command, chats) =>
        {
            BindPeople(command, chats);
            BindStates(command, chats);
        });
        await RunAsync(transaction, SaveConversations, changes.ChangedChats, BindStates);
        await RunAsync(transaction, SaveBlocked, changes.BlockedChats, BindPeople);
        await RunAsync(transaction, Rename, changes.RenamedChats, BindPeople);
        await RunAsync(transaction, AddMessages, changes.NewMessages, BindMessages);
        await RunAsync(transaction, AddMedia, changes.Media, BindMedia);
        await RunAsync(transaction, AddEarly, changes.Early, BindEarly);
        await RunAsync(transaction, RemoveEarly, changes.EarlyDone, (command, keys) =>
        {
            command.Add("channels", [.. keys.Select(key => key.Channel.Value)]);
            command.Add("keys", [.. keys.Select(key => (string?)key.Key)]);
        });
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

    private static async ValueTask RunAsync<T>(
        Transaction transaction, string sql, IReadOnlyCollection<T> items, Action<NpgsqlCommand, IReadOnlyCollection<T>> bind)
    {
        if (items.Count > 0)
        {
            await using var command = transaction.Command(sql);
            bind(command, items);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static void BindPeople(NpgsqlCommand command, IReadOnlyCollection<InboundChat> chats)
    {
        command.Add("channels", [.. chats.Select(chat => chat.Conversation.ChannelId.Value)]);
        command.Add("chats", [.. chats.Select(chat => (string?)chat.Conversation.Chat)]);
        command.Add("contacts", [.. chats.Select(chat => chat.Conversation.ContactId.Value)]);
        command.Add("names", [.. chats.Select(chat => chat.Conversation.ContactName)]);
        command.Add("identityNames", [.. chats.Select(chat => chat.IdentityName)]);
        command.Add("blocked", [.. chats.Select(chat => chat.Conversation.Blocked)]);
        command.Add("created", [.. chats.Select(chat => chat.Conversation.CreatedAt.ToMicros())]);
    }

    private static void BindStates(NpgsqlCommand command, IReadOnlyCollection<InboundChat> chats)
    {
        command.Add("ids", [.. chats.Select(chat => chat.Conversation.Id.Value)]);
        command.Add("statuses", [.. chats.Select(chat => (long)chat.Conversation.Status)]);
        command.Add("unread", [.. chats.Select(chat => (long)chat.Conversation.Unread)]);
        command.Add("seqs", [.. chats.Select(chat => chat.Conversation.LastSeq)]);
        command.Add("newestTimes", [.. chats.Select(chat => chat.Conversation.Newest.Time.ToMicros())]);
        command.Add("newestSequences", [.. chats.Select(chat => chat.Conversation.Newest.Sequence)]);
        command.Add("lastMessages", [.. chats.Select(chat => chat.Conversation.LastMessageId?.Value)]);
        command.Add("lastInbound", [.. chats.Select(chat => chat.Conversation.LastInboundAt?.ToMicros())]);
        command.Add("waiting", [.. chats.Select(chat => chat.Conversation.WaitingSince?.ToMicros())]);
        command.Add("snoozed", [.. chats.Select(chat => chat.Conversation.SnoozedUntil?.ToMicros())]);
        command.Add("updated", [.. chats.Select(chat => chat.Conversation.UpdatedAt.ToMicros())]);
    }

    private static void BindMessages(NpgsqlCommand command, IReadOnlyCollection<Message> messages)
    {
        var contents = messages.Select(message => StoredContent.Encode(message.Content)).ToArray();
        command.Add("ids", [.. messages.Select(message => message.Id.Value)]);
        command.Add("conversations", [.. messages.Select(message => message.ConversationId.Value)]);
        command.Add("channels", [.. messages.Select(message => message.ChannelId.Value)]);
        command.Add("seqs", [.. messages.Select(message => message.Seq)]);
        command.Add("orderTimes", [.. messages.Select(message => message.Order.Time.ToMicros())]);
        command.Add("orderSequences", [.. messages.Select(message => message.Order.Sequence)]);
        command.Add("directions", [.. messages.Select(message => (long)message.Direction)]);
        command.Add("authorKinds", [.. messages.Select(message => (long)message.Author.Kind)]);
        command.Add("authorIds", [.. messages.Select(message => message.Author.Id)]);
        command.Add("authorNames", [.. messages.Select(message => message.Author.Name)]);
        command.Add("kinds", [.. contents.Select(content => (string?)content.Kind)]);
        command.Add("bodies", [.. contents.Select(content => content.Body)]);
        command.Add("details", [.. contents.Select(content => content.Details)]);
        command.Add("replies", [.. messages.Select(message => message.ReplyTo?.Value)]);
        command.Add("keys", [.. messages.Select(message => message.PlatformId?.Key)]);
        command.Add("platformIds", [.. messages.Select(message => message.PlatformId?.Id)]);
        command.Add("statuses", [.. messages.Select(message => (long?)message.Status)]);
        command.Add("sent", [.. messages.Select(message => message.SentAt?.ToMicros())]);
        command.Add("created", [.. messages.Select(message => message.CreatedAt.ToMicros())]);
        command.Add("late", [.. messages.Select(message => message.Late)]);
        command.Add("edited", [.. messages.Select(message => message.EditedAt?.ToMicros())]);
        command.Add("deleted", [.. messages.Select(message => message.DeletedAt?.ToMicros())]);
        command.Add("reactions", [.. messages.Select(message => StoredContent.EncodeReactions(message.Reactions))]);
    }

    private static void BindMedia(NpgsqlCommand command, IReadOnlyCollection<InboundMedia> files)
    {
        command.Add("ids", [.. files.Select(media => media.Id.Value)]);
        command.Add("channels", [.. files.Select(media => media.ChannelId.Value)]);
        command.Add("messages", [.. files.Select(media => media.MessageId.Value)]);
        command.Add("names", [.. files.Select(media => media.File.FileName)]);
        command.Add("types", [.. files.Select(media => media.File.MimeType)]);
        command.Add("sizes", [.. files.Select(media => media.File.Size)]);
        command.Add("remotes", [.. files.Select(media => media.File.RemoteKey)]);
        command.Add("created", [.. files.Select(media => media.CreatedAt.ToMicros())]);
    }

    private static void BindEarly(NpgsqlCommand command, IReadOnlyCollection<EarlyChange> changes)
    {
        command.Add("channels", [.. changes.Select(early => early.Key.Channel.Value)]);
        command.Add("keys", [.. changes.Select(early => (string?)early.Key.Key)]);
        command.Add("kinds", [.. changes.Select(early => (long)StoredChange.KindOf(early.Change))]);
        command.Add("times", [.. changes.Select(early => early.At.ToMicros())]);
        command.Add("changes", [.. changes.Select(early => (string?)StoredChange.Encode(early.Change))]);
        command.Add("received", [.. changes.Select(early => early.ReceivedAt.ToMicros())]);
    }
}

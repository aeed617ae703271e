using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Pipeline;

namespace Rozmova.Storage.Sqlite;

/// <summary>The writing half of <see cref="SqliteInboundStore"/>. HOT: measured by the intake benchmark.</summary>
internal sealed class SqliteInboundWriter(SqliteDatabase database)
{
    private const string AddContact = "INSERT INTO contact (id, name, username, language, phone, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private const string AddContactText = "INSERT INTO contact_text (contact_id, name, username) VALUES (?, ?, ?)";

    private const string AddIdentity = """
        INSERT INTO identity (channel_id, chat, contact_id, name, username, blocked, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
        """;

    private const string AddConversation = """
        INSERT INTO conversation (id, channel_id, chat, contact_id, created_at, status, unread, last_seq, newest_time, newest_sequence,
            last_message_id, last_inbound_at, waiting_since, snoozed_until, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string SaveConversation = """
        UPDATE conversation SET status = ?, unread = ?, last_seq = ?, newest_time = ?, newest_sequence = ?, last_message_id = ?,
            last_inbound_at = ?, waiting_since = ?, snoozed_until = ?, updated_at = ?
        WHERE id = ?
        """;

    // SQLite writes the indexes of every column it is told to set, changed or not.
    private const string TouchConversation = """
        UPDATE conversation SET unread = ?, last_seq = ?, newest_time = ?, newest_sequence = ?, last_message_id = ?, last_inbound_at = ?,
            waiting_since = ?, updated_at = ?
        WHERE id = ?
        """;

    private const string AddMessage = """
        INSERT INTO message (id, conversation_id, channel_id, seq, order_time, order_sequence, direction, author_kind, author_id, author_name,
            kind, body, details, reply_to, platform_key, platform_id, status, sent_at, created_at, late, edited_at, deleted_at, reactions)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string AddFile = """
        INSERT INTO media (id, channel_id, message_id, file_name, mime_type, size, state, remote_key, due_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string AddEarlyChange = """
        INSERT INTO early_change (channel_id, platform_key, kind, at, change, received_at) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (channel_id, platform_key, kind) DO UPDATE SET at = excluded.at, change = excluded.change WHERE excluded.at > at
        """;

    private readonly SqliteMessageWords _words = new(database);

    public void AddChats(IEnumerable<InboundChat> chats)
    {
        foreach (var chat in chats)
        {
            var (conversation, name) = chat;
            var person = chat.Person;
            database.Statement(AddContact).Bind(conversation.ContactId.Value).Bind(conversation.ContactName)
                .Bind(person.Username).Bind(person.Language).Bind(person.Phone).Bind(conversation.CreatedAt).Bind(conversation.CreatedAt).Run();
            database.Statement(AddContactText).Bind(conversation.ContactId.Value).Bind(conversation.ContactName).Bind(person.Username).Run();
            database.Statement(AddIdentity).Bind(conversation.ChannelId.Value).Bind(conversation.Chat).Bind(conversation.ContactId.Value)
                .Bind(name).Bind(person.Username).Bind(conversation.Blocked).Bind(conversation.CreatedAt).Run();
            var add = database.Statement(AddConversation).Bind(conversation.Id.Value).Bind(conversation.ChannelId.Value)
                .Bind(conversation.Chat).Bind(conversation.ContactId.Value).Bind(conversation.CreatedAt);
            BindState(add, conversation).Run();
        }
    }

    public void SaveChats(IEnumerable<InboundChat> chats)
    {
        foreach (var chat in chats)
        {
            var conversation = chat.Conversation;
            (chat.KeepsStatus
                ? BindProgress(database.Statement(TouchConversation), conversation).Bind(conversation.WaitingSince).Bind(conversation.UpdatedAt)
                : BindState(database.Statement(SaveConversation), conversation)).Bind(conversation.Id.Value).Run();
        }
    }

    public void SaveBlocked(IEnumerable<InboundChat> chats)
    {
        foreach (var (conversation, _) in chats)
        {
            database.Statement("UPDATE identity SET blocked = ? WHERE channel_id = ? AND chat = ?")
                .Bind(conversation.Blocked).Bind(conversation.ChannelId.Value).Bind(conversation.Chat).Run();
        }
    }

    public void Rename(IEnumerable<InboundChat> chats)
    {
        foreach (var (conversation, name) in chats)
        {
            database.Statement("UPDATE identity SET name = ? WHERE channel_id = ? AND chat = ?")
                .Bind(name).Bind(conversation.ChannelId.Value).Bind(conversation.Chat).Run();
            database.Statement("UPDATE contact SET name = ?, updated_at = ? WHERE id = ?")
                .Bind(conversation.ContactName).Bind(conversation.UpdatedAt).Bind(conversation.ContactId.Value).Run();
            database.Statement("UPDATE contact_text SET name = ? WHERE contact_id = ?")
                .Bind(conversation.ContactName).Bind(conversation.ContactId.Value).Run();
        }
    }

    public void AddMessages(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
        {
            var content = StoredContent.Encode(message.Content);
            var add = database.Statement(AddMessage).Bind(message.Id.Value).Bind(message.ConversationId.Value).Bind(message.ChannelId.Value)
                .Bind(message.Seq).Bind(message.Order.Time).Bind(message.Order.Sequence).Bind((long)message.Direction)
                .Bind((long)message.Author.Kind).Bind(message.Author.Id).Bind(message.Author.Name).Bind(content.Kind).Bind(content.Body)
                .Bind(content.Details).Bind(message.ReplyTo?.Value).Bind(message.PlatformId?.Key).Bind(message.PlatformId?.Id)
                .Bind((long?)message.Status).Bind(message.SentAt).Bind(message.CreatedAt).Bind(message.Late).Bind(message.EditedAt)
                .Bind(message.DeletedAt).Bind(StoredContent.EncodeReactions(message.Reactions));
            add.Run();
            var row = add.LastRow;
            if (content.Body is not null)
            {
                _words.Add(row, content.Body);
            }
        }

        _words.JoinSome();
    }

    public void AddMedia(IEnumerable<InboundMedia> files)
    {
        foreach (var (id, channel, message, file, createdAt) in files)
        {
            database.Statement(AddFile).Bind(id.Value).Bind(channel.Value).Bind(message.Value).Bind(file.FileName).Bind(file.MimeType)
                .Bind(file.Size).Bind((long)MediaState.Pending).Bind(file.RemoteKey).Bind(createdAt).Bind(createdAt).Run();
        }
    }

    public void AddEarly(IEnumerable<EarlyChange> changes)
    {
        foreach (var (key, change, at, receivedAt) in changes)
        {
            database.Statement(AddEarlyChange).Bind(key.Channel.Value).Bind(key.Key).Bind((long)StoredChange.KindOf(change)).Bind(at)
                .Bind(StoredChange.Encode(change)).Bind(receivedAt).Run();
        }
    }

    public void RemoveEarly(IEnumerable<MessageKey> keys)
    {
        foreach (var key in keys)
        {
            database.Statement("DELETE FROM early_change WHERE channel_id = ? AND platform_key = ?").Bind(key.Channel.Value).Bind(key.Key).Run();
        }
    }

    public void Move(ChatKey from, string to)
    {
        foreach (var table in (string[])["conversation", "identity"])
        {
            database.Statement($"UPDATE OR IGNORE {table} SET chat = ? WHERE channel_id = ? AND chat = ?")
                .Bind(to).Bind(from.Channel.Value).Bind(from.Chat).Run();
        }
    }

    private static SqliteStatement BindState(SqliteStatement statement, Conversation conversation) =>
        BindProgress(statement.Bind((long)conversation.Status), conversation)
            .Bind(conversation.WaitingSince).Bind(conversation.SnoozedUntil).Bind(conversation.UpdatedAt);

    private static SqliteStatement BindProgress(SqliteStatement statement, Conversation conversation) => statement
        .Bind(conversation.Unread).Bind(conversation.LastSeq).Bind(conversation.Newest.Time).Bind(conversation.Newest.Sequence)
        .Bind(conversation.LastMessageId?.Value).Bind(conversation.LastInboundAt);
}

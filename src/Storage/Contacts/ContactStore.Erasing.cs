using System.Text;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Contacts;

/// <summary>Takes a person out. What they leave behind tells that somebody wrote, when and how often, and not who or what.</summary>
internal sealed partial class ContactStore
{
    /// <summary>A platform's id shorter than this may stand in anybody's raw request by chance.</summary>
    private const int FewestTellingBytes = 6;

    private const string Theirs = "conversation_id IN (SELECT id FROM conversation WHERE contact_id = @Id)";

    // What the program itself noted in a conversation names operators only; what came from the contact names them.
    private const string Erased = $"{Theirs} AND (direction <> 4 OR author_kind = 1)";

    private const string EraseMessages = $"""
        UPDATE message SET body = NULL, details = CASE direction WHEN 4 THEN details END, reactions = NULL, edited_at = NULL,
            author_name = CASE author_kind WHEN 1 THEN NULL ELSE author_name END, platform_key = NULL, platform_id = NULL, error_detail = NULL,
            status = CASE WHEN status = @queued THEN @failed ELSE status END,
            error_code = CASE WHEN status = @queued THEN 'erased' ELSE error_code END,
            deleted_at = coalesce(deleted_at, @now)
        WHERE {Erased};
        DELETE FROM outbox WHERE {Theirs};
        DELETE FROM draft WHERE {Theirs};
        DELETE FROM scheduled_message WHERE {Theirs};
        """;

    private const string EraseContact = """
        UPDATE contact SET name = NULL, username = NULL, language = NULL, phone = NULL, email = NULL, avatar_id = NULL, erased_at = @now,
            updated_at = @now
        WHERE id = @Id;
        DELETE FROM identity WHERE contact_id = @Id;
        DELETE FROM contact_note WHERE contact_id = @Id;
        DELETE FROM contact_label WHERE contact_id = @Id;
        DELETE FROM contact_value WHERE contact_id = @Id;
        """;

    private const string Contents = $"SELECT kind, body, details FROM message WHERE {Erased} AND details IS NOT NULL";

    private readonly string _eraseFiles = $"DELETE FROM media WHERE {database.AmongIds("id", "@ids")}";

    public async ValueTask<IReadOnlyList<MediaId>> EraseAsync(Transaction transaction, ContactId id, DateTimeOffset now)
    {
        var files = await ListFilesAsync(transaction, id);
        var people = await transaction.QueryAsync<ContactId>($"{Inside} SELECT id FROM inside", new { id });
        var parameters = new { Id = id, now, queued = MessageStatus.Queued, failed = MessageStatus.Failed };
        await transaction.ExecuteAsync(_eraseFiles, Ids(files.Select(file => file.Value)));
        await transaction.ExecuteAsync($"{database.ForgetMessageWords(Erased)} {EraseMessages}", parameters);
        foreach (var chat in await transaction.QueryAsync<ErasedChat>(Chats, new { Id = id }))
        {
            await EraseChatAsync(transaction, chat);
        }

        await transaction.ExecuteAsync($"{EraseContact} {database.IndexContactWords}", parameters);
        foreach (var joined in people.Where(person => person != id))
        {
            await transaction.ExecuteAsync($"DELETE FROM contact WHERE id = @Id; {database.IndexContactWords}", new { Id = joined });
        }

        foreach (var person in people)
        {
            await transaction.ExecuteAsync(EraseAnswers, new { thing = person.ToString() });
        }

        return files;
    }

    private const string Chats = "SELECT id, channel_id, chat FROM conversation WHERE contact_id = @Id";

    // The id itself tells who it is: a phone number, a name. Whoever writes under it again is somebody new.
    private const string EraseChat = """
        UPDATE conversation SET chat = @none, origin_id = NULL, status = @closed, unread = 0, waiting_since = NULL, snoozed_until = NULL
        WHERE id = @Id;
        DELETE FROM early_change WHERE channel_id = @ChannelId AND substr(platform_key, length(platform_key) - length(@Chat)) = '/' || @Chat;
        """;

    // What the API remembers of its answers holds the words that were sent to it.
    private const string EraseAnswers = "DELETE FROM idempotency WHERE route LIKE '%' || @thing || '%'";

    private string EraseRaw => $"DELETE FROM quarantine WHERE channel_id = @ChannelId AND {database.BytesContain("body", "@bytes")}";

    private async ValueTask EraseChatAsync(Transaction transaction, ErasedChat chat)
    {
        await transaction.ExecuteAsync(EraseChat, new
        {
            chat.Id,
            chat.ChannelId,
            chat.Chat,
            none = Conversation.ErasedChat(chat.Id),
            closed = ConversationStatus.Closed,
        });
        await transaction.ExecuteAsync(EraseAnswers, new { thing = chat.Id.ToString() });
        if (Encoding.UTF8.GetBytes(chat.Chat) is { Length: >= FewestTellingBytes } bytes)
        {
            await transaction.ExecuteAsync(EraseRaw, new { chat.ChannelId, bytes });
        }
    }

    private const string Pictures = $"{Inside} SELECT avatar_id FROM contact WHERE avatar_id IS NOT NULL AND id IN (SELECT id FROM inside)";

    private const string Fetched = $"SELECT id FROM media WHERE message_id IN (SELECT id FROM message WHERE {Theirs})";

    private static async ValueTask<List<MediaId>> ListFilesAsync(Transaction transaction, ContactId id)
    {
        var contents = await transaction.QueryAsync<ContentRecord>(Contents, new { Id = id });
        return
        [
            .. contents.Select(row => new StoredContent(row.Kind, row.Body, row.Details).Decode())
                .Select(content => content.Attached?.Id).OfType<MediaId>()
                .Concat(await transaction.QueryAsync<MediaId>(Fetched, new { Id = id }))
                .Concat(await transaction.QueryAsync<MediaId>(Pictures, new { id }))
                .Distinct(),
        ];
    }

    private sealed class ErasedChat
    {
        public ConversationId Id { get; init; }

        public ChannelId ChannelId { get; init; }

        public string Chat { get; init; } = "";
    }

    private sealed class ContentRecord
    {
        public string Kind { get; init; } = "";

        public string? Body { get; init; }

        public string? Details { get; init; }
    }
}

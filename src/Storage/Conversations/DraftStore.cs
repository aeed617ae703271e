using Rozmova.Messaging;
using Rozmova.Workspace.Drafts;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Conversations;

/// <summary>Drafts on either engine.</summary>
internal sealed class DraftStore(Database database) : IDraftStore
{
    private const string Find = """
        SELECT operator_id, conversation_id, text, is_note, reply_to, media_ids, updated_at FROM draft
        WHERE operator_id = @operatorId AND conversation_id = @conversation
        """;

    public ValueTask<Draft?> FindAsync(OperatorId operatorId, ConversationId conversation, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (await connection.FindAsync<Row>(Find, new { operatorId, conversation }, cancellationToken))?.ToDraft(),
            cancellationToken);

    private const string Save = """
        INSERT INTO draft (operator_id, conversation_id, text, is_note, reply_to, media_ids, updated_at)
        VALUES (@OperatorId, @ConversationId, @Text, @IsNote, @ReplyTo, @MediaIds, @UpdatedAt)
        ON CONFLICT (operator_id, conversation_id) DO UPDATE SET text = excluded.text, is_note = excluded.is_note,
            reply_to = excluded.reply_to, media_ids = excluded.media_ids, updated_at = excluded.updated_at
        """;

    public async ValueTask SaveAsync(Transaction transaction, Draft draft) => await transaction.ExecuteAsync(Save, new
    {
        draft.OperatorId, draft.ConversationId, draft.Text, draft.IsNote, draft.ReplyTo,
        MediaIds = StoredContent.EncodeFiles(draft.Files), draft.UpdatedAt,
    });

    private const string Remove = "DELETE FROM draft WHERE operator_id = @operatorId AND conversation_id = @conversation";

    public async ValueTask RemoveAsync(Transaction transaction, OperatorId operatorId, ConversationId conversation) =>
        await transaction.ExecuteAsync(Remove, new { operatorId, conversation });

    private sealed class Row
    {
        public OperatorId OperatorId { get; init; }

        public ConversationId ConversationId { get; init; }

        public string Text { get; init; } = "";

        public bool IsNote { get; init; }

        public MessageId? ReplyTo { get; init; }

        public string MediaIds { get; init; } = "";

        public DateTimeOffset UpdatedAt { get; init; }

        public Draft ToDraft() => new()
        {
            OperatorId = OperatorId,
            ConversationId = ConversationId,
            Text = Text,
            IsNote = IsNote,
            ReplyTo = ReplyTo,
            Files = StoredContent.DecodeFiles(MediaIds),
            UpdatedAt = UpdatedAt,
        };
    }
}

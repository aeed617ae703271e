using Rozmova.Messaging;
using Rozmova.Storage.Conversations;
using Rozmova.Workspace.CannedReplies;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage;

/// <summary>Canned replies on either engine.</summary>
internal sealed class CannedReplyStore(Database database) : ICannedReplyStore
{
    private const string Columns =
        "id, shortcut, title, text, language, labels, media_ids, author_id, author_name, uses, used_at, created_at, updated_at";

    private const string List = $"SELECT {Columns} FROM canned_reply WHERE shortcut > @after ORDER BY shortcut LIMIT @limit";

    public ValueTask<IReadOnlyList<CannedReply>> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CannedReply>>(
            async connection =>
                [.. (await connection.ListAsync<Row>(List, new { after = after ?? "", limit }, cancellationToken)).Select(row => row.ToReply())],
            cancellationToken);

    private const string Find = $"SELECT {Columns} FROM canned_reply WHERE id = @id";

    public ValueTask<CannedReply?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.FindAsync<Row>(Find, new { id }, cancellationToken))?.ToReply(), cancellationToken);

    public async ValueTask<CannedReply?> LockAsync(Transaction transaction, Guid id) =>
        (await transaction.FindAsync<Row>($"{Find} {database.ForUpdate}", new { id }))?.ToReply();

    private const string Add = $"""
        INSERT INTO canned_reply ({Columns})
        VALUES (@Id, @Shortcut, @Title, @Text, @Language, @Labels, @MediaIds, @AuthorId, @AuthorName, @Uses, @UsedAt, @CreatedAt, @UpdatedAt)
        ON CONFLICT (shortcut) DO NOTHING
        """;

    public async ValueTask<bool> AddAsync(Transaction transaction, CannedReply reply) =>
        await transaction.ExecuteAsync(Add, Row.Of(reply)) == 1;

    private const string Save = """
        UPDATE canned_reply SET shortcut = @Shortcut, title = @Title, text = @Text, language = @Language, labels = @Labels,
            media_ids = @MediaIds, updated_at = @UpdatedAt
        WHERE id = @Id AND NOT EXISTS (SELECT 1 FROM canned_reply other WHERE other.shortcut = @Shortcut AND other.id <> @Id)
        """;

    public async ValueTask<bool> SaveAsync(Transaction transaction, CannedReply reply) =>
        await transaction.ExecuteAsync(Save, Row.Of(reply)) == 1;

    public async ValueTask RemoveAsync(Transaction transaction, Guid id) =>
        await transaction.ExecuteAsync("DELETE FROM canned_reply WHERE id = @id", new { id });

    private const string CountUse = "UPDATE canned_reply SET uses = uses + 1, used_at = @now WHERE id = @id";

    public async ValueTask<bool> CountUseAsync(Transaction transaction, Guid id, DateTimeOffset now) =>
        await transaction.ExecuteAsync(CountUse, new { id, now }) == 1;

    private sealed class Row
    {
        public Guid Id { get; init; }

        public string Shortcut { get; init; } = "";

        public string Title { get; init; } = "";

        public string Text { get; init; } = "";

        public string? Language { get; init; }

        public string Labels { get; init; } = "";

        public string MediaIds { get; init; } = "";

        public OperatorId AuthorId { get; init; }

        public string AuthorName { get; init; } = "";

        public int Uses { get; init; }

        public DateTimeOffset? UsedAt { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

        public static Row Of(CannedReply reply) => new()
        {
            Id = reply.Id,
            Shortcut = reply.Shortcut,
            Title = reply.Title,
            Text = reply.Text,
            Language = reply.Language,
            Labels = ConversationRecord.EncodeLabels(reply.Labels),
            MediaIds = StoredContent.EncodeFiles(reply.Files),
            AuthorId = reply.AuthorId,
            AuthorName = reply.AuthorName,
            Uses = reply.Uses,
            UsedAt = reply.UsedAt,
            CreatedAt = reply.CreatedAt,
            UpdatedAt = reply.UpdatedAt,
        };

        public CannedReply ToReply() => new()
        {
            Id = Id,
            Shortcut = Shortcut,
            Title = Title,
            Text = Text,
            Language = Language,
            Labels = StoredContent.DecodeLabels(Labels),
            Files = StoredContent.DecodeFiles(MediaIds),
            AuthorId = AuthorId,
            AuthorName = AuthorName,
            Uses = Uses,
            UsedAt = UsedAt,
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };
    }
}

using Rozmova.Messaging;
using Rozmova.Workspace.Scheduling;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Storage.Conversations;

/// <summary>Messages for later on either engine.</summary>
internal sealed class ScheduledStore(Database database) : IScheduledStore
{
    private const string Columns = """
        id, conversation_id, author_id, author_name, kind, body, details, reply_to, send_at, error_code, error_detail, created_at
        """;

    private const string List = $"SELECT {Columns} FROM scheduled_message WHERE conversation_id = @conversation ORDER BY send_at, id";

    public ValueTask<IReadOnlyList<ScheduledMessage>> ListAsync(ConversationId conversation, CancellationToken cancellationToken) =>
        ReadAsync(List, new { conversation }, cancellationToken);

    private const string ListDue = $"""
        SELECT {Columns} FROM scheduled_message WHERE error_code IS NULL AND send_at <= @now ORDER BY send_at, id LIMIT @most
        """;

    public ValueTask<IReadOnlyList<ScheduledMessage>> ListDueAsync(
        DateTimeOffset now, int most, CancellationToken cancellationToken) => ReadAsync(ListDue, new { now, most }, cancellationToken);

    private const string Count = "SELECT count(*) FROM scheduled_message WHERE conversation_id = @conversation";

    public async ValueTask<int> CountAsync(Transaction transaction, ConversationId conversation) =>
        (int)await transaction.FindAsync<long>(Count, new { conversation });

    private const string Find = $"SELECT {Columns} FROM scheduled_message WHERE id = @id AND conversation_id = @conversation";

    public async ValueTask<ScheduledMessage?> FindAsync(Transaction transaction, ConversationId conversation, Guid id) =>
        (await transaction.FindAsync<Row>(Find, new { id, conversation }))?.ToMessage();

    private const string Add = $"""
        INSERT INTO scheduled_message ({Columns})
        VALUES (@Id, @ConversationId, @AuthorId, @AuthorName, @Kind, @Body, @Details, @ReplyTo, @SendAt, @ErrorCode, @ErrorDetail, @CreatedAt)
        """;

    public async ValueTask AddAsync(Transaction transaction, ScheduledMessage message)
    {
        var content = StoredContent.Encode(message.Content);
        await transaction.ExecuteAsync(Add, new
        {
            message.Id, message.ConversationId, message.AuthorId, message.AuthorName, content.Kind, content.Body, content.Details,
            message.ReplyTo, message.SendAt, ErrorCode = message.Error?.Code, ErrorDetail = message.Error?.Detail, message.CreatedAt,
        });
    }

    public async ValueTask<bool> RemoveAsync(Transaction transaction, Guid id) =>
        await transaction.ExecuteAsync("DELETE FROM scheduled_message WHERE id = @id", new { id }) == 1;

    private const string TakeDue = $"""
        DELETE FROM scheduled_message WHERE id = @id AND error_code IS NULL AND send_at <= @now RETURNING {Columns}
        """;

    public async ValueTask<ScheduledMessage?> TakeDueAsync(Transaction transaction, Guid id, DateTimeOffset now) =>
        (await transaction.FindAsync<Row>(TakeDue, new { id, now }))?.ToMessage();

    private ValueTask<IReadOnlyList<ScheduledMessage>> ReadAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<ScheduledMessage>>(
            async connection =>
                [.. (await connection.ListAsync<Row>(sql, parameters, cancellationToken)).Select(row => row.ToMessage())],
            cancellationToken);

    private sealed class Row
    {
        public Guid Id { get; init; }

        public ConversationId ConversationId { get; init; }

        public OperatorId AuthorId { get; init; }

        public string AuthorName { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? Body { get; init; }

        public string? Details { get; init; }

        public MessageId? ReplyTo { get; init; }

        public DateTimeOffset SendAt { get; init; }

        public string? ErrorCode { get; init; }

        public string? ErrorDetail { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public ScheduledMessage ToMessage() => new()
        {
            Id = Id,
            ConversationId = ConversationId,
            AuthorId = AuthorId,
            AuthorName = AuthorName,
            Content = new StoredContent(Kind, Body, Details).Decode(),
            ReplyTo = ReplyTo,
            SendAt = SendAt,
            Error = ErrorCode is null ? null : new SendError(ErrorCode, ErrorDetail ?? ""),
            CreatedAt = CreatedAt,
        };
    }
}

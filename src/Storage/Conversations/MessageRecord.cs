using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>A row of <c>message</c>: read from it, and the parameters that write it.</summary>
internal class MessageRecord
{
    public const string Columns = """
        m.id, m.conversation_id, m.channel_id, m.seq, m.order_time, m.order_sequence, m.direction, m.author_kind, m.author_id,
        m.author_name, m.kind, m.body, m.details, m.reply_to, m.platform_key, m.platform_id, m.status, m.error_code, m.error_detail, m.sent_at,
        m.created_at, m.late, m.edited_at, m.deleted_at, m.reactions, m.reacted_at
        """;

    public MessageId Id { get; init; }

    public ConversationId ConversationId { get; init; }

    public ChannelId ChannelId { get; init; }

    public long Seq { get; init; }

    public DateTimeOffset OrderTime { get; init; }

    public long OrderSequence { get; init; }

    public MessageDirection Direction { get; init; }

    public AuthorKind AuthorKind { get; init; }

    public Guid? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public string Kind { get; init; } = "";

    public string? Body { get; init; }

    public string? Details { get; init; }

    public MessageId? ReplyTo { get; init; }

    public string? PlatformKey { get; init; }

    public string? PlatformId { get; init; }

    public MessageStatus? Status { get; init; }

    public string? ErrorCode { get; init; }

    public string? ErrorDetail { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public bool Late { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public string? Reactions { get; init; }

    public DateTimeOffset? ReactedAt { get; init; }

    public static MessageRecord Of(Message message)
    {
        var content = StoredContent.Encode(message.Content);
        return new MessageRecord
        {
            Id = message.Id,
            ConversationId = message.ConversationId,
            ChannelId = message.ChannelId,
            Seq = message.Seq,
            OrderTime = message.Order.Time,
            OrderSequence = message.Order.Sequence,
            Direction = message.Direction,
            AuthorKind = message.Author.Kind,
            AuthorId = message.Author.Id,
            AuthorName = message.Author.Name,
            Kind = content.Kind,
            Body = content.Body,
            Details = content.Details,
            ReplyTo = message.ReplyTo,
            PlatformKey = message.PlatformId?.Key,
            PlatformId = message.PlatformId?.Id,
            Status = message.Status,
            ErrorCode = message.Error?.Code,
            ErrorDetail = message.Error?.Detail,
            SentAt = message.SentAt,
            CreatedAt = message.CreatedAt,
            Late = message.Late,
            EditedAt = message.EditedAt,
            DeletedAt = message.DeletedAt,
            Reactions = StoredContent.EncodeReactions(message.Reactions),
            ReactedAt = message.ReactedAt,
        };
    }

    public Message ToMessage() => new()
    {
        Id = Id,
        ConversationId = ConversationId,
        ChannelId = ChannelId,
        Seq = Seq,
        Order = new ReadingOrder(OrderTime, OrderSequence),
        Direction = Direction,
        Author = new Author(AuthorKind, AuthorId, AuthorName),
        Content = new StoredContent(Kind, Body, Details).Decode(),
        ReplyTo = ReplyTo,
        PlatformId = ToPlatformId(PlatformKey, PlatformId),
        Status = Status,
        Error = ErrorCode is null ? null : new SendError(ErrorCode, ErrorDetail ?? ""),
        SentAt = SentAt,
        CreatedAt = CreatedAt,
        Late = Late,
        EditedAt = EditedAt,
        DeletedAt = DeletedAt,
        Reactions = StoredContent.DecodeReactions(Reactions),
        ReactedAt = ReactedAt,
    };

    /// <summary>Back from the two columns. The key is "id/scope", or the id alone where it has no scope.</summary>
    protected static PlatformMessageId? ToPlatformId(string? key, string? id) =>
        id is null || key is null ? null : new PlatformMessageId(id, key.Length > id.Length ? key[(id.Length + 1)..] : "");
}

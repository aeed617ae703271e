using System.Text.Json;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Storage.Conversations;

/// <summary>A conversation as it is read, with what it shows of its contact, identity and holder.</summary>
internal sealed class ConversationRecord
{
    /// <summary>The columns, of <c>conversation c</c> and what <see cref="Joins"/> brings.</summary>
    public const string Columns = """
        c.id, c.channel_id, c.chat, c.contact_id, p.name AS contact_name, p.avatar_id, c.status, c.claim_operator, o.name AS claim_name,
        c.claim_until, c.unread, c.labels, c.last_seq, c.newest_time, c.newest_sequence, c.last_message_id, c.last_inbound_at,
        c.waiting_since, c.snoozed_until, i.blocked, c.created_at, c.updated_at
        """;

    public const string Joins = """
        JOIN contact p ON p.id = c.contact_id
        LEFT JOIN identity i ON i.channel_id = c.channel_id AND i.chat = c.chat
        LEFT JOIN operator o ON o.id = c.claim_operator
        """;

    public ConversationId Id { get; init; }

    public ChannelId ChannelId { get; init; }

    public string Chat { get; init; } = "";

    public ContactId ContactId { get; init; }

    public string? ContactName { get; init; }

    public MediaId? AvatarId { get; init; }

    public ConversationStatus Status { get; init; }

    public OperatorId? ClaimOperator { get; init; }

    public string? ClaimName { get; init; }

    public DateTimeOffset? ClaimUntil { get; init; }

    public int Unread { get; init; }

    public string Labels { get; init; } = "[]";

    public long LastSeq { get; init; }

    public DateTimeOffset NewestTime { get; init; }

    public long NewestSequence { get; init; }

    public MessageId? LastMessageId { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public DateTimeOffset? WaitingSince { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public bool Blocked { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where it stands in the order asked for; only in lists.</summary>
    public long Place { get; init; }

    public static string EncodeLabels(IReadOnlyList<string> labels) =>
        JsonSerializer.Serialize(labels, StoredJson.Readable.IReadOnlyListString);

    public Conversation ToConversation() => new()
    {
        Id = Id,
        ChannelId = ChannelId,
        Chat = Chat,
        ContactId = ContactId,
        ContactName = ContactName,
        AvatarId = AvatarId,
        Status = Status,
        Claim = ClaimOperator is { } holder && ClaimUntil is { } until ? new Claim(holder, ClaimName ?? "", until) : null,
        Unread = Unread,
        Labels = StoredContent.DecodeLabels(Labels),
        LastSeq = LastSeq,
        Newest = new ReadingOrder(NewestTime, NewestSequence),
        LastMessageId = LastMessageId,
        LastInboundAt = LastInboundAt,
        WaitingSince = WaitingSince,
        SnoozedUntil = SnoozedUntil,
        Blocked = Blocked,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };
}

using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Which way an entry went; the numbers are stored.</summary>
public enum MessageDirection
{
    /// <summary>From the customer.</summary>
    Inbound = 1,

    /// <summary>To the customer.</summary>
    Outbound = 2,

    /// <summary>Between operators.</summary>
    Note = 3,

    /// <summary>Something happened (claimed, closed, blocked the bot).</summary>
    Event = 4,
}

/// <summary>Who made an entry; the numbers are stored.</summary>
public enum AuthorKind
{
    /// <summary>The customer.</summary>
    Contact = 1,

    /// <summary>A person on our side.</summary>
    Operator = 2,

    /// <summary>A menu, rule or model.</summary>
    Automation = 3,

    /// <summary>Rozmova itself.</summary>
    System = 4,
}

/// <summary>
/// What became of a message; the numbers are stored and only go up, which is how states only go forward. Back to queued leads a
/// refused channel, which certainly sent nothing, or a person. Notes and events have none.
/// </summary>
public enum MessageStatus
{
    /// <summary>Inbound: stored.</summary>
    Received = 1,

    /// <summary>Waits for its turn.</summary>
    Queued = 2,

    /// <summary>The request may be on its way; durable before it leaves.</summary>
    Sending = 3,

    /// <summary>No answer came: perhaps delivered. Left only by an echo, a receipt or a person.</summary>
    Unknown = 4,

    /// <summary>The platform took it.</summary>
    Sent = 5,

    /// <summary>It reached the device.</summary>
    Delivered = 6,

    /// <summary>The customer saw it.</summary>
    Read = 7,

    /// <summary>It did not arrive and will not.</summary>
    Failed = 8,
}

/// <summary>Who made an entry, by the name they had then.</summary>
public sealed record Author(AuthorKind Kind, Guid? Id, string? Name);

/// <summary>A reaction: an emoji and who left it (<c>contact</c> or an operator's id).</summary>
public sealed record Reaction(string Emoji, string By)
{
    /// <summary>What <see cref="By"/> is for the customer's own.</summary>
    public const string ByContact = "contact";
}

/// <summary>One entry of a conversation.</summary>
public sealed record Message
{
    public required MessageId Id { get; init; }

    public required ConversationId ConversationId { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>Its number among all entries of the conversation, in the order we learned of them, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>Where it reads in the conversation.</summary>
    public required ReadingOrder Order { get; init; }

    public required MessageDirection Direction { get; init; }

    public required Author Author { get; init; }

    public required MessageContent Content { get; init; }

    public MessageId? ReplyTo { get; init; }

    public PlatformMessageId? PlatformId { get; init; }

    public MessageStatus? Status { get; init; }

    public SendError? Error { get; init; }

    /// <summary>The platform's time.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it reached us.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Placed before others already shown.</summary>
    public bool Late { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>The platform's time of the newest change of <see cref="Reactions"/>; an older one is ignored.</summary>
    public DateTimeOffset? ReactedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Message)} {Id}";
}

using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Where a conversation stands; the numbers are stored.</summary>
public enum ConversationStatus
{
    /// <summary>The customer waits, or an operator is at it.</summary>
    Open = 1,

    /// <summary>We answered and wait for the customer.</summary>
    Pending = 2,

    /// <summary>Put away until a time, or until the customer writes.</summary>
    Snoozed = 3,

    /// <summary>Done. A new message opens it again.</summary>
    Closed = 4,
}

/// <summary>An operator's exclusive hold on a conversation.</summary>
public sealed record Claim(OperatorId OperatorId, string Name, DateTimeOffset Until)
{
    /// <summary>How long a claim lasts without a reply.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromHours(24);
}

/// <summary>Everything between one identity and us, with what the inbox shows of it.</summary>
public sealed record Conversation
{
    public required ConversationId Id { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>The identity by the platform's id.</summary>
    public required string Chat { get; init; }

    /// <summary>Who it was with was erased, and their id with them: nobody can be answered here any more.</summary>
    public bool IsErased => Chat == ErasedChat(Id);

    public required ContactId ContactId { get; init; }

    public string? ContactName { get; init; }

    public MediaId? AvatarId { get; init; }

    public ConversationStatus Status { get; init; } = ConversationStatus.Open;

    /// <summary>The stored claim; see <see cref="ClaimAt"/> for whether it still holds.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Inbound messages since an operator last read it.</summary>
    public int Unread { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The seq of its newest entry.</summary>
    public long LastSeq { get; init; }

    /// <summary>Where the newest inbound message reads.</summary>
    public ReadingOrder Newest { get; init; } = ReadingOrder.Start;

    public MessageId? LastMessageId { get; init; }

    /// <summary>The customer's last message by the platform's time: reply windows count from it.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>Since when the customer has had no answer.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The customer blocked us.</summary>
    public bool Blocked { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What stands for the id of somebody erased.</summary>
    public static string ErasedChat(ConversationId id) => $"erased/{id}";

    /// <summary>The claim if it still holds at <paramref name="now"/>.</summary>
    public Claim? ClaimAt(DateTimeOffset now) => Claim is { } claim && claim.Until > now ? claim : null;

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Conversation)} {Id}";
}

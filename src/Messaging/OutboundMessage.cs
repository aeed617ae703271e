namespace Rozmova.Messaging;

/// <summary>One message on its way out, with everything a platform needs to send it.</summary>
public sealed record OutboundMessage
{
    /// <summary>Our id: the idempotency key where the platform takes one.</summary>
    public required MessageId Id { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public required ConversationId ConversationId { get; init; }

    /// <summary>The identity to send to, by the platform's id.</summary>
    public required string Chat { get; init; }

    /// <summary>What to say.</summary>
    public required MessageContent Content { get; init; }

    /// <summary>The message it answers.</summary>
    public PlatformMessageId? ReplyTo { get; init; }

    /// <summary>When the operator wrote it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the customer last wrote; null when they never did. What a platform's window for answering is counted from.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>Nobody wrote it: a menu, a rule or a model did. Some platforms let people answer for longer.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Opens the file of a <see cref="MessageContent.Media"/>; null for the other kinds. Each call opens it anew.</summary>
    public Func<CancellationToken, ValueTask<Stream>>? OpenFile { get; init; }

    /// <summary>A signed, expiring address of the file for platforms that fetch it themselves; null without a public address.</summary>
    public Uri? FileUrl { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(OutboundMessage)} {Id}";
}

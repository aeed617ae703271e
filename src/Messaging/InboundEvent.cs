namespace Rozmova.Messaging;

/// <summary>One thing that happened on a platform, read from its raw bytes. Reading is pure, so a replay gives the same again.</summary>
public abstract record InboundEvent
{
    private protected InboundEvent()
    {
    }

    /// <summary>The identity it belongs to: the platform's id of the person or chat, unique per channel. Decides the partition.</summary>
    public required string Chat { get; init; }

    /// <summary>Names the case only: a record prints its members, and these are a customer's words.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>The customer wrote, sent a file or pressed a button.</summary>
    public sealed record MessageReceived : InboundEvent
    {
        /// <summary>What repeats are recognised by.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>Who wrote: in a group one of its members.</summary>
        public required Profile From { get; init; }

        /// <summary>The platform's time; null where it gives none.</summary>
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>The platform's own order among messages of one time; 0 where it has none.</summary>
        public long Sequence { get; init; }

        /// <summary>What it says.</summary>
        public required MessageContent Content { get; init; }

        /// <summary>The message it answers.</summary>
        public PlatformMessageId? ReplyTo { get; init; }

        /// <summary>
        /// Written before the channel came here, and read or answered elsewhere: it is kept and claims nobody's attention. It does not
        /// count as unread, opens nothing, and nothing answers it.
        /// </summary>
        public bool IsHistory { get; init; }

        /// <summary>Handle of a press the platform wants answered (see <see cref="Platforms.IAcknowledgingPlatform"/>).</summary>
        public string? AcknowledgeKey { get; init; }
    }

    /// <summary>An earlier message has a new text.</summary>
    public sealed record MessageEdited : InboundEvent
    {
        /// <summary>The message that changed.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>Who wrote it: needed where the original never came.</summary>
        public required Profile From { get; init; }

        /// <summary>When it was first sent; null where the platform does not say.</summary>
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>The message's own order among messages of one time; 0 where the platform has none.</summary>
        public long Sequence { get; init; }

        /// <summary>The message it answers.</summary>
        public PlatformMessageId? ReplyTo { get; init; }

        /// <summary>When it changed. An edit older than the one applied is ignored.</summary>
        public required DateTimeOffset EditedAt { get; init; }

        /// <summary>What it says now.</summary>
        public required MessageContent Content { get; init; }
    }

    /// <summary>The sender took a message back. Its content goes from our store too.</summary>
    public sealed record MessageDeleted : InboundEvent
    {
        /// <summary>The message that is gone, with all of its parts (see <see cref="PlatformMessageId.Part"/>).</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>When; null where the platform does not say.</summary>
        public DateTimeOffset? DeletedAt { get; init; }
    }

    /// <summary>The reactions of one person on one message are now these.</summary>
    public sealed record ReactionsChanged : InboundEvent
    {
        /// <summary>The message reacted to.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>Our own id of it, where the platform may know a message of ours by that; looked up first.</summary>
        public MessageId? Own { get; init; }

        /// <summary>All reactions of that person now; empty means taken back.</summary>
        public required IReadOnlyList<string> Emojis { get; init; }

        /// <summary>When. Older than the one applied is ignored.</summary>
        public required DateTimeOffset At { get; init; }
    }

    /// <summary>A message of ours was delivered, read, or failed on the platform's side.</summary>
    public sealed record DeliveryReported : InboundEvent
    {
        /// <summary>Our message, by the platform's id.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>Our own id of it, where the platform knows it by that; looked up first.</summary>
        public MessageId? Own { get; init; }

        /// <summary>What became of it.</summary>
        public required DeliveryReport Report { get; init; }

        /// <summary>Why it failed; null otherwise.</summary>
        public SendError? Error { get; init; }
    }

    /// <summary>
    /// A message of ours was sent by other means: the platform's own app or page, another program. Shown as outbound. One that we sent
    /// ourselves is <see cref="SendConfirmed"/> where the platform lets us tell them apart.
    /// </summary>
    public sealed record MessageEchoed : InboundEvent
    {
        /// <summary>What repeats are recognised by.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>The platform's time; null where it gives none.</summary>
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>What it says.</summary>
        public required MessageContent Content { get; init; }

        /// <summary>The message it answers.</summary>
        public PlatformMessageId? ReplyTo { get; init; }

        /// <summary>Sent before the channel came here: see <see cref="MessageReceived.IsHistory"/>.</summary>
        public bool IsHistory { get; init; }
    }

    /// <summary>The platform shows us our own message again: it was sent, even if we never heard the answer.</summary>
    public sealed record SendConfirmed : InboundEvent
    {
        /// <summary>Our message.</summary>
        public required MessageId Message { get; init; }

        /// <summary>The platform's id of it.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>The platform's time; null where it gives none.</summary>
        public DateTimeOffset? SentAt { get; init; }
    }

    /// <summary>All we sent to this chat up to a moment of the platform's clock was delivered, or read.</summary>
    public sealed record WatermarkReported : InboundEvent
    {
        /// <summary>Delivered or read.</summary>
        public required DeliveryReport Report { get; init; }

        /// <summary>Messages sent at or before it.</summary>
        public required DateTimeOffset UpTo { get; init; }
    }

    /// <summary>The customer blocked us, unblocked us, or joined: a line in the conversation.</summary>
    public sealed record ContactEvent : InboundEvent
    {
        /// <summary>What repeats are recognised by.</summary>
        public required PlatformMessageId Id { get; init; }

        /// <summary>Who.</summary>
        public required Profile From { get; init; }

        /// <summary>What happened.</summary>
        public required ContactEventKind Kind { get; init; }

        /// <summary>What more the platform says: the link they came by, the scene of a scanned code, the page they opened. Shown behind the sentence.</summary>
        public string? Detail { get; init; }

        /// <summary>The platform's time; null where it gives none.</summary>
        public DateTimeOffset? At { get; init; }
    }

    /// <summary>The conversation goes on under another id (a Telegram group became a supergroup).</summary>
    public sealed record ChatMoved : InboundEvent
    {
        /// <summary>The id from now on.</summary>
        public required string NewChat { get; init; }
    }

    /// <summary>The customer is typing. Shown live, never stored.</summary>
    public sealed record Typing : InboundEvent;
}

/// <summary>What a platform tells about a person. Everything may be missing.</summary>
public sealed record Profile
{
    /// <summary>The person's own id where the chat is a group; null when it is the chat's.</summary>
    public string? Id { get; init; }

    /// <summary>The name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The public handle, without decoration.</summary>
    public string? Username { get; init; }

    /// <summary>BCP 47 language of the person's app.</summary>
    public string? Language { get; init; }

    /// <summary>Telephone number, digits with an optional plus.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the platform shows the person's picture.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>Name of the chat where it is a group.</summary>
    public string? ChatTitle { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(Profile);
}

/// <summary>What a platform reports of a message after it took it.</summary>
public enum DeliveryReport
{
    /// <summary>It reached the customer's device.</summary>
    Delivered = 1,

    /// <summary>The customer has seen it.</summary>
    Read = 2,

    /// <summary>It did not arrive and will not.</summary>
    Failed = 3,
}

/// <summary>What a contact did besides writing.</summary>
public enum ContactEventKind
{
    /// <summary>Blocked us: nothing can be sent until they come back.</summary>
    Blocked = 1,

    /// <summary>Unblocked us.</summary>
    Unblocked = 2,

    /// <summary>Opened the chat for the first time, or by a link that says where they come from.</summary>
    Started = 3,

    /// <summary>Subscribed to us, or followed the account: we may write.</summary>
    Subscribed = 4,

    /// <summary>Unsubscribed or unfollowed: we may not write until they come back.</summary>
    Unsubscribed = 5,

    /// <summary>Scanned a code of ours.</summary>
    Scanned = 6,

    /// <summary>Opened a page from our menu.</summary>
    Visited = 7,
}

namespace Rozmova.Messaging;

/// <summary>
/// What came of an attempt to send. Each case says whether the customer may have the message: only
/// <see cref="Unknown"/> leaves that open, and only it forbids trying again without a person.
/// </summary>
public abstract record SendOutcome
{
    private protected SendOutcome()
    {
    }

    /// <summary>The platform took it.</summary>
    public sealed record Sent(PlatformMessageId Id) : SendOutcome;

    /// <summary>
    /// The platform took it and names no id. When it shows us the message, that is recognised as ours by its words
    /// (<see cref="InboundEvent.MessageEchoed"/>).
    /// </summary>
    public sealed record Taken : SendOutcome;

    /// <summary>The platform said no, and would again: final.</summary>
    public sealed record Refused(SendError Error) : SendOutcome;

    /// <summary>The platform asks to wait; nothing was delivered.</summary>
    public sealed record Throttled(TimeSpan Wait, ThrottleScope Scope) : SendOutcome;

    /// <summary>It certainly did not arrive (no connection, a 5xx): worth another try later.</summary>
    public sealed record NotDelivered(string Detail) : SendOutcome;

    /// <summary>The channel's credentials are not accepted: hold everything until an admin mends the channel.</summary>
    public sealed record ChannelRejected(string Detail) : SendOutcome;

    /// <summary>The request left and no answer came. Never sent again on its own.</summary>
    public sealed record Unknown(string Detail) : SendOutcome;
}

/// <summary>How far a platform's "slow down" reaches.</summary>
public enum ThrottleScope
{
    /// <summary>This conversation.</summary>
    Chat = 1,

    /// <summary>Everything of this channel.</summary>
    Channel = 2,
}

/// <summary>
/// Why a message failed. <paramref name="Code"/> is ours and stable (see <see cref="SendErrors"/>);
/// <paramref name="Detail"/> is a sentence for the operator, the platform's own words in it where they help.
/// </summary>
public sealed record SendError(string Code, string Detail);

/// <summary>The stable codes of failed messages.</summary>
public static class SendErrors
{
    /// <summary>The customer blocked us.</summary>
    public const string Blocked = "blocked";

    /// <summary>The chat does not exist (any more), or never wrote to us.</summary>
    public const string ChatNotFound = "chat-not-found";

    /// <summary>The platform cannot take this kind or shape of content.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>The file is too large, missing, or not what the platform takes.</summary>
    public const string FileRefused = "file-refused";

    /// <summary>The platform's window for answering has closed.</summary>
    public const string WindowClosed = "window-closed";

    /// <summary>Tried for as long as is sensible.</summary>
    public const string GaveUp = "gave-up";

    /// <summary>The channel it should leave by was deleted.</summary>
    public const string ChannelDeleted = "channel-deleted";

    /// <summary>An operator took it back before it left.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The platform said no for another reason; the detail quotes it.</summary>
    public const string Rejected = "rejected";

    /// <summary>It was in memory only, and is lost: the program stopped, or it waited there for too long.</summary>
    public const string TextLost = "text-lost";

    /// <summary>No answer came, so nobody knows whether it arrived.</summary>
    public const string NoAnswer = "no-answer";
}

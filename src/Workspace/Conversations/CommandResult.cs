using Rozmova.Messaging;

namespace Rozmova.Workspace.Conversations;

/// <summary>What came of a command: its value, or why it was not carried out.</summary>
public sealed class CommandResult<T> where T : class
{
    private CommandResult(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>Set when it was carried out.</summary>
    public T? Value { get; }

    /// <summary>Set when it was not: then nothing was changed.</summary>
    public Refusal? Refusal { get; }

    public static implicit operator CommandResult<T>(T value) => new(value, null);

    public static implicit operator CommandResult<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>Why a command was not carried out.</summary>
public abstract record Refusal
{
    private protected Refusal()
    {
    }

    /// <summary>There is no such thing.</summary>
    public sealed record NotFound(string What) : Refusal;

    /// <summary>The request itself is wrong, at this field.</summary>
    public sealed record Invalid(string Field, string Detail) : Refusal;

    /// <summary>The address in this field leads where ours may not go.</summary>
    public sealed record AddressNotAllowed(string Field, string Detail) : Refusal;

    /// <summary>Another operator holds the conversation.</summary>
    public sealed record ClaimedByOther(ClaimBody By) : Refusal;

    /// <summary>A person has written since the writer last looked.</summary>
    public sealed record UnseenMessages(MessageId[] Ids) : Refusal;

    /// <summary>The platform cannot take this; the detail says what and how much it can.</summary>
    public sealed record NotSupported(string Detail) : Refusal;

    /// <summary>The platform's time for answering is over.</summary>
    public sealed record WindowClosed(DateTimeOffset ClosedAt) : Refusal;

    /// <summary>The platform fetches files from us, and we have no public address.</summary>
    public sealed record PublicUrlNeeded : Refusal;

    /// <summary>The message is not in a state for this.</summary>
    public sealed record WrongState(string Detail) : Refusal;

    /// <summary>This contact joined another; what is known of them is there.</summary>
    public sealed record Merged(ContactId Into) : Refusal;

    /// <summary>The other never joined this contact, or left it since.</summary>
    public sealed record NotMerged : Refusal;

    /// <summary>Nobody joins themselves.</summary>
    public sealed record SameContact : Refusal;

    /// <summary>Only its author or an admin may.</summary>
    public sealed record NotYours(string Detail) : Refusal;

    /// <summary>All that was known of this contact is gone.</summary>
    public sealed record Erased : Refusal;

    /// <summary>What must be unique is another's; the code says what.</summary>
    public sealed record Taken(string Code, string Detail) : Refusal;

    /// <summary>Nothing of this may be stored, and it cannot be without.</summary>
    public sealed record PassThrough(string Detail) : Refusal;

    /// <summary>It passes through memory, where there is no room now.</summary>
    public sealed record CannotRelay : Refusal;

    /// <summary>The platform said no; its words.</summary>
    public sealed record PlatformRefused(string Detail) : Refusal;
}

using Rozmova.Messaging;

namespace Rozmova.Platforms.Http;

/// <summary>
/// What came of one call. How a platform says no is its own: each adds a record for that, and a table that reads it.
/// </summary>
internal abstract record PlatformAnswer
{
    private protected PlatformAnswer()
    {
    }

    /// <summary>For the log: a number or a word, never the platform's sentence.</summary>
    public virtual string Summary => GetType().Name;

    /// <summary>
    /// Of a step that only prepared the sending (a token, an upload): whatever became of it, the message has not left.
    /// </summary>
    public PlatformAnswer BeforeSending() => this is Unanswered { Detail: var detail } ? new Unreachable(detail) : this;

    /// <summary>Done; <paramref name="Body"/> is the whole answer.</summary>
    public sealed record Accepted(ReadOnlyMemory<byte> Body) : PlatformAnswer;

    /// <summary>The platform said neither yes nor no; <paramref name="Detail"/> tells people why.</summary>
    public abstract record NoAnswer(string Detail) : PlatformAnswer
    {
        /// <summary>What that means for the message.</summary>
        public abstract SendOutcome Outcome { get; }
    }

    /// <summary>Never called: the file to upload could not be opened.</summary>
    public sealed record FileMissing() : NoAnswer("The file to send is no longer there.")
    {
        public override SendOutcome Outcome => new SendOutcome.Refused(new SendError(SendErrors.FileRefused, Detail));
    }

    /// <summary>The call certainly had no effect.</summary>
    public sealed record Unreachable(string Detail) : NoAnswer(Detail)
    {
        public override SendOutcome Outcome => new SendOutcome.NotDelivered(Detail);
    }

    /// <summary>The call may have left and no usable answer came.</summary>
    public sealed record Unanswered(string Detail) : NoAnswer(Detail)
    {
        public override SendOutcome Outcome => new SendOutcome.Unknown(Detail);
    }
}

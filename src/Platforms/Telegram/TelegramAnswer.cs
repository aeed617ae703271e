using System.Globalization;

namespace Rozmova.Platforms.Telegram;

/// <summary>What came of one call of the Bot API. The last two differ in whether Telegram may have acted on it.</summary>
internal abstract record TelegramAnswer
{
    private TelegramAnswer()
    {
    }

    /// <summary>For the log: a number or a word, never Telegram's sentence.</summary>
    public string Summary =>
        this is Rejected { Code: var code } ? code.ToString(CultureInfo.InvariantCulture) : GetType().Name;

    /// <summary>Done; <paramref name="Body"/> is the whole answer.</summary>
    public sealed record Accepted(ReadOnlyMemory<byte> Body) : TelegramAnswer;

    /// <summary>Telegram said no.</summary>
    public sealed record Rejected(
        int Code, string Description, TimeSpan? RetryAfter = null, long? MigrateTo = null) : TelegramAnswer
    {
        /// <summary>Whether Telegram's words contain these. They are for people and may change: ask the code first.</summary>
        public bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Never called: the file to upload could not be opened.</summary>
    public sealed record FileMissing : TelegramAnswer;

    /// <summary>The call certainly had no effect.</summary>
    public sealed record Unreachable(string Detail) : TelegramAnswer;

    /// <summary>The call may have left and no usable answer came.</summary>
    public sealed record Unanswered(string Detail) : TelegramAnswer;
}

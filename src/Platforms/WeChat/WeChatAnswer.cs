using System.Globalization;

namespace Rozmova.Platforms.WeChat;

/// <summary>What came of one call of WeChat's API. The last two differ in whether WeChat may have acted on it.</summary>
internal abstract record WeChatAnswer
{
    private WeChatAnswer()
    {
    }

    /// <summary>For the log: a number or a word, never WeChat's sentence.</summary>
    public string Summary =>
        this is Rejected { Code: var code } ? code.ToString(CultureInfo.InvariantCulture) : GetType().Name;

    /// <summary>
    /// Of a step that only prepared the sending (a token, an upload): whatever became of it, the message has not left.
    /// </summary>
    public WeChatAnswer BeforeSending() => this is Unanswered { Detail: var detail } ? new Unreachable(detail) : this;

    /// <summary>Done; <paramref name="Body"/> is the whole answer.</summary>
    public sealed record Accepted(ReadOnlyMemory<byte> Body) : WeChatAnswer;

    /// <summary>WeChat said no, by a code of its page "Global return codes".</summary>
    public sealed record Rejected(int Code, string Message) : WeChatAnswer
    {
        /// <summary>The token was wrong, or is no longer the newest, or has expired: worth another try with another one.</summary>
        public bool IsAboutToken => Code is 40001 or 40014 or 42001;
    }

    /// <summary>Never called: the file to upload could not be opened.</summary>
    public sealed record FileMissing : WeChatAnswer;

    /// <summary>The call certainly had no effect.</summary>
    public sealed record Unreachable(string Detail) : WeChatAnswer;

    /// <summary>The call may have left and no usable answer came.</summary>
    public sealed record Unanswered(string Detail) : WeChatAnswer;
}

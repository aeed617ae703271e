using System.Globalization;

namespace Rozmova.Platforms.Meta;

/// <summary>What came of one call of the Graph API. The last two differ in whether Meta may have acted on it.</summary>
internal abstract record MetaAnswer
{
    private MetaAnswer()
    {
    }

    /// <summary>For the log: a number or a word, never Meta's sentence.</summary>
    public string Summary => this is Rejected { Error.Code: var code, Status: var status }
        ? (code ?? status).ToString(CultureInfo.InvariantCulture)
        : GetType().Name;

    /// <summary>Done; <paramref name="Body"/> is the whole answer.</summary>
    public sealed record Accepted(ReadOnlyMemory<byte> Body) : MetaAnswer;

    /// <summary>
    /// Meta said no. <paramref name="Status"/> varies for the same error, so ask <paramref name="Error"/> first.
    /// </summary>
    public sealed record Rejected(int Status, MetaError Error, TimeSpan? RetryAfter = null) : MetaAnswer;

    /// <summary>The call certainly had no effect.</summary>
    public sealed record Unreachable(string Detail) : MetaAnswer;

    /// <summary>The call may have left and no usable answer came.</summary>
    public sealed record Unanswered(string Detail) : MetaAnswer;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// What a person typed into the search: words, and what narrows where they are looked for. Quotes hold a value with spaces together
/// (<c>from:"Olena K"</c>); an operator whose value makes no sense is words like any other.
/// </summary>
public sealed partial record SearchTerms
{
    /// <summary>What is left when the operators are taken out.</summary>
    public required string Words { get; init; }

    /// <summary><c>from:</c>, the customer's name.</summary>
    public string? From { get; init; }

    /// <summary><c>channel:</c>, a platform or a part of a channel's name.</summary>
    public string? Channel { get; init; }

    /// <summary><c>has:file</c>, also a picture, a voice note or a video.</summary>
    public bool HasFile { get; init; }

    /// <summary><c>after:2026-03-01</c>, that day (UTC) included.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary><c>before:2026-03-01</c>, that day (UTC) excluded.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Reads what was typed.</summary>
    public static SearchTerms Parse(string typed)
    {
        var terms = new SearchTerms { Words = "" };
        var words = Operator().Replace(typed, match =>
        {
            var value = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
            var day = Day(value);
            SearchTerms? narrowed = match.Groups["name"].Value.ToLowerInvariant() switch
            {
                "from" => terms with { From = value },
                "channel" => terms with { Channel = value },
                "has" when value.Equals("file", StringComparison.OrdinalIgnoreCase) => terms with { HasFile = true },
                "after" when day is not null => terms with { After = day },
                "before" when day is not null => terms with { Before = day },
                _ => null,
            };
            terms = narrowed ?? terms;
            return narrowed is null ? match.Value : " ";
        });
        return terms with { Words = words.Trim() };
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(SearchTerms);

    private static DateTimeOffset? Day(string value) =>
        DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;

    [GeneratedRegex("""(?<!\S)(?<name>from|channel|has|after|before):(?:"(?<quoted>[^"]+)"|(?<plain>[^\s"]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Operator();
}

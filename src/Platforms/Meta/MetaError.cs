using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rozmova.Platforms.Meta;

/// <summary>
/// The error object of the Graph API ("Handle Errors"), the same in the answer to a call and in what a webhook reports of a
/// message. The code decides; the words are for people and change.
/// </summary>
internal sealed record MetaError
{
    /// <summary>Meta's number; null where something other than the Graph API answered.</summary>
    public int? Code { get; init; }

    public int? ErrorSubcode { get; init; }

    public string? Title { get; init; }

    public string? Message { get; init; }

    public string? ErrorUserMsg { get; init; }

    /// <summary>An object with <c>details</c>, now and then a mere text.</summary>
    public JsonElement ErrorData { get; init; }

    /// <summary>Meta's number and its clearest words, to be quoted to an operator.</summary>
    [JsonIgnore]
    public string Quote
    {
        get
        {
            var words = Details ?? ErrorUserMsg ?? Message ?? Title ?? "no reason given";
            return Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"{code} {words.TrimEnd('.')}") : words;
        }
    }

    private string? Details =>
        ErrorData.ValueKind == JsonValueKind.Object &&
        ErrorData.TryGetProperty("details", out var details) &&
        details.ValueKind == JsonValueKind.String
            ? details.GetString()
            : null;
}

/// <summary>An answer of the Graph API that refuses.</summary>
internal sealed record MetaFailure(MetaError? Error);

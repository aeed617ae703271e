using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>Reads one setting as a client gives it.</summary>
internal static class SettingValue
{
    private const int MostCharacters = 16 * 1024;
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The value in its stored shape, or a sentence that says what is wrong with it.</summary>
    public static (JsonNode? Value, string? Mistake) Read(SettingField field, JsonNode given) => field.Kind switch
    {
        SettingKind.Number => ReadNumber(given),
        SettingKind.Flag => ReadFlag(given),
        SettingKind.List => ReadList(field, given),
        _ => ReadText(field, given),
    };

    /// <summary>A whole number written in digits.</summary>
    public static long? Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static (JsonNode?, string?) ReadNumber(JsonNode given)
    {
        long? number = given.GetValueKind() switch
        {
            JsonValueKind.Number when given.AsValue().TryGetValue<long>(out var whole) => whole,
            JsonValueKind.String => Number(given.GetValue<string>().Trim()),
            _ => null,
        };
        return number is { } value ? (JsonValue.Create(value), null) : (null, "Must be a whole number.");
    }

    private static (JsonNode?, string?) ReadFlag(JsonNode given)
    {
        bool? flag = given.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(given.GetValue<string>(), out var word) => word,
            _ => null,
        };
        return flag is { } value ? (JsonValue.Create(value), null) : (null, "Must be true or false.");
    }

    private static (JsonNode?, string?) ReadList(SettingField field, JsonNode given) => given switch
    {
        JsonArray list when !list.All(item => item?.GetValueKind() == JsonValueKind.String) => (null, "Must be a list of texts."),
        JsonArray list when field.Choices.Count > 0 && !list.All(item => field.Choices.Contains(item!.GetValue<string>())) =>
            (null, $"May list: {string.Join(", ", field.Choices)}."),
        JsonArray list => (list.DeepClone(), null),
        _ => (null, "Must be a list of texts."),
    };

    private static (JsonNode?, string?) ReadText(SettingField field, JsonNode given)
    {
        if (given.GetValueKind() != JsonValueKind.String)
        {
            return (null, "Must be a text.");
        }

        var text = given.GetValue<string>();
        return Mistake(field, text) is { } mistake ? (null, mistake) : (JsonValue.Create(text), null);
    }

    private static string? Mistake(SettingField field, string text) => field switch
    {
        _ when text.Length > MostCharacters => $"Must have at most {MostCharacters} characters.",
        { Choices.Count: > 0 } when !field.Choices.Contains(text) => $"Must be one of: {string.Join(", ", field.Choices)}.",
        { Pattern: { } pattern } when !Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.None, PatternTimeout) =>
            "Does not look as it must.",
        { Kind: SettingKind.Url or SettingKind.TrustedUrl } when !IsWebAddress(text) => "Must be an absolute http or https address.",
        _ => null,
    };

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}

using System.Globalization;
using System.Text.Json;

namespace Rozmova.Workspace.Contacts;

/// <summary>What a custom field holds; the numbers are stored.</summary>
public enum ContactFieldKind
{
    /// <summary>A line.</summary>
    Text = 1,

    /// <summary>A decimal number.</summary>
    Number = 2,

    /// <summary>A day.</summary>
    Date = 3,

    /// <summary>One of several words.</summary>
    Choice = 4,
}

/// <summary>A field of the shop's own that every contact has.</summary>
public sealed record ContactField
{
    private const int LongestText = 1000;

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required ContactFieldKind Kind { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Reads a value as it is kept; null empties. Returns what is wrong with it.</summary>
    public string? Read(JsonElement sent, out string? value)
    {
        value = null;
        if (sent.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = sent.ValueKind switch
        {
            JsonValueKind.String => sent.GetString()!.Trim(),
            JsonValueKind.Number => sent.GetRawText(),
            _ => null,
        };
        if (text is "")
        {
            return null;
        }

        value = text is null ? null : Clean(text);
        return value is null ? Expected : null;
    }

    private string Expected => Kind switch
    {
        ContactFieldKind.Number => "This is a number.",
        ContactFieldKind.Date => "This is a day, as 2026-11-30.",
        ContactFieldKind.Choice => $"This is one of: {string.Join(", ", Choices)}.",
        _ => $"This is a line of at most {LongestText} characters.",
    };

    private string? Clean(string text) => Kind switch
    {
        ContactFieldKind.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null,
        ContactFieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null,
        ContactFieldKind.Choice => Choices.Contains(text) ? text : null,
        _ => text.Length <= LongestText && !text.Any(char.IsControl) ? text : null,
    };
}

/// <summary>Reads and writes the definitions of custom fields.</summary>
public interface IContactFieldStore
{
    /// <summary>All of them, the oldest first.</summary>
    ValueTask<IReadOnlyList<ContactField>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds or changes one. False, and nothing changed, when another has its name.</summary>
    ValueTask<bool> SaveAsync(Transactions.Transaction transaction, ContactField field);

    /// <summary>Removes one with all its values. False when there is none.</summary>
    ValueTask<bool> RemoveAsync(Transactions.Transaction transaction, Guid id);
}

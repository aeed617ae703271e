using Dapper;
using Rozmova.Messaging;
using Rozmova.Workspace.Contacts;

namespace Rozmova.Storage.Contacts;

/// <summary>What the list of contacts is asked for, as SQL conditions and their parameters.</summary>
internal sealed class ContactQuery
{
    private const int FewestDigits = 5;

    private readonly List<string> _conditions = ["merged_into IS NULL AND erased_at IS NULL"];

    private ContactQuery()
    {
    }

    /// <summary>A phone number without what people put between its digits: as the index <c>contact_phone</c> has it.</summary>
    public static string Digits(string column) =>
        $"replace(replace(replace(replace(replace({column}, '+', ''), ' ', ''), '-', ''), '(', ''), ')', '')";

    public DynamicParameters Parameters { get; } = new();

    public string Where => "WHERE " + string.Join(" AND ", _conditions);

    public static ContactQuery Of(Database database, ContactFilter filter, ContactId? after)
    {
        var query = new ContactQuery();
        query.Add(after, "place", "id < @place");
        query.Add(filter.Label, "label", "id IN (SELECT contact_id FROM contact_label WHERE label = @label)");
        query.Add(filter.Platform, "platform", """
            id IN (SELECT contact_id FROM identity WHERE channel_id IN (SELECT id FROM channel WHERE platform = @platform))
            """);
        if (filter.Query is { } typed)
        {
            query.AddSearch(database, typed.Trim());
        }

        return query;
    }

    private void Add(object? value, string name, string condition)
    {
        if (value is not null)
        {
            Parameters.Add(name, value);
            _conditions.Add(condition);
        }
    }

    private void AddSearch(Database database, string typed)
    {
        Parameters.Add("typed", typed);
        var any = new List<string> { "id IN (SELECT contact_id FROM identity WHERE chat = @typed)", "lower(email) = lower(@typed)" };
        if (database.SearchWords(typed) is { } words)
        {
            Parameters.Add("words", words);
            any.Add(database.ContactMatches("id"));
        }

        if (string.Concat(typed.Where(char.IsAsciiDigit)) is { Length: >= FewestDigits } digits)
        {
            Parameters.Add("digits", digits);
            any.Add($"(phone IS NOT NULL AND {Digits("phone")} LIKE '%' || @digits || '%')");
        }

        if (Guid.TryParse(typed, out var id))
        {
            Parameters.Add("id", id);
            any.Add("id = @id");
        }

        _conditions.Add($"({string.Join(" OR ", any)})");
    }
}

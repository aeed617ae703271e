using System.Text.Json;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>What a request changes of a contact: only what it names.</summary>
internal sealed class ContactPatch
{
    private const int Longest = 256;

    private readonly Dictionary<string, string?> _texts = [];
    private readonly Dictionary<Guid, string?> _values = [];

    private ContactPatch()
    {
    }

    /// <summary>Reads it; a mistake, or null and the patch.</summary>
    public static Refusal.Invalid? Read(JsonElement changes, IReadOnlyList<ContactField> fields, out ContactPatch? patch)
    {
        patch = null;
        if (changes.ValueKind != JsonValueKind.Object)
        {
            return new Refusal.Invalid("body", "Send an object with the fields to change.");
        }

        var read = new ContactPatch();
        foreach (var member in changes.EnumerateObject())
        {
            var mistake = member.Name switch
            {
                "name" or "language" or "phone" or "email" => read.AddText(member),
                "fields" => read.AddValues(member.Value, fields),
                _ => new Refusal.Invalid(member.Name, "A contact's name, language, phone, email and fields can be changed."),
            };
            if (mistake is not null)
            {
                return mistake;
            }
        }

        patch = read;
        return null;
    }

    public ContactRow ApplyTo(ContactRow row) => row with
    {
        Contact = row.Contact with
        {
            Name = _texts.GetValueOrDefault("name", row.Contact.Name),
            Language = _texts.GetValueOrDefault("language", row.Contact.Language),
            Phone = _texts.GetValueOrDefault("phone", row.Contact.Phone),
            Email = _texts.GetValueOrDefault("email", row.Contact.Email),
        },
        Values = row.Values.Where(value => !_values.ContainsKey(value.Key))
            .Concat(_values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Key, value.Value!)))
            .ToDictionary(),
    };

    private Refusal.Invalid? AddText(JsonProperty member)
    {
        if (member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)
            || (member.Value.GetString() is { } text && (text.Length > Longest || text.Any(char.IsControl))))
        {
            return new Refusal.Invalid(member.Name, $"This is a line of at most {Longest} characters, or null.");
        }

        _texts[member.Name] = member.Value.GetString()?.Trim() is { Length: > 0 } line ? line : null;
        return null;
    }

    private Refusal.Invalid? AddValues(JsonElement values, IReadOnlyList<ContactField> fields)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            return new Refusal.Invalid("fields", "Send an object of values by the fields' ids.");
        }

        foreach (var member in values.EnumerateObject())
        {
            if (!Guid.TryParse(member.Name, out var id) || fields.FirstOrDefault(known => known.Id == id) is not { } field)
            {
                return new Refusal.Invalid($"fields.{member.Name}", "There is no such field.");
            }

            if (field.Read(member.Value, out var value) is { } detail)
            {
                return new Refusal.Invalid($"fields.{member.Name}", detail);
            }

            _values[id] = value;
        }

        return null;
    }
}

using System.Text.Json;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>Takes a request apart ("Webhooks, components"): entries, their changes, and the lists of each. Pure.</summary>
internal static class WhatsAppEnvelope
{
    /// <summary>The account of what belongs to no channel because nobody can tell whose it is.</summary>
    private const string Nobody = "";

    private static readonly (string Name, WhatsAppItemKind Kind)[] Lists =
    [
        ("messages", WhatsAppItemKind.Message),
        ("message_echoes", WhatsAppItemKind.Echo),
        ("statuses", WhatsAppItemKind.Status),
    ];

    /// <summary>
    /// The phone number ids of a request. One with a part that has no place in any conversation speaks of nobody's account too,
    /// so that the door keeps it in quarantine besides reading the rest.
    /// </summary>
    public static IReadOnlyList<string> AccountsOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            List<string> accounts = [];
            foreach (var change in ChangesOf(document.RootElement))
            {
                Add(accounts, AccountOf(change));
            }

            foreach (var item in ItemsOf(document.RootElement))
            {
                Add(accounts, item.HasPlace ? item.Account : Nobody);
            }

            return accounts;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken JSON, text that is not Unicode: it names nobody.
            return [];
        }
    }

    /// <summary>Everything it tells, in its order.</summary>
    public static IEnumerable<WhatsAppItem> ItemsOf(JsonElement request)
    {
        foreach (var change in ChangesOf(request))
        {
            var account = AccountOf(change);
            var value = change.Member("value") ?? default;
            foreach (var (name, kind) in Lists)
            {
                foreach (var item in value.Items(name))
                {
                    yield return new WhatsAppItem(kind, account, item, value);
                }
            }

            if (IsBroken(change, value))
            {
                yield return default;
            }
        }
    }

    private static void Add(List<string> accounts, string? account)
    {
        if (account is not null && !accounts.Contains(account))
        {
            accounts.Add(account);
        }
    }

    private static string? AccountOf(JsonElement change) =>
        change.Member("value")?.Member("metadata")?.Text("phone_number_id");

    /// <summary>An entry without changes counts as one change that cannot be read.</summary>
    private static IEnumerable<JsonElement> ChangesOf(JsonElement request)
    {
        foreach (var entry in request.Items("entry"))
        {
            if (entry.Member("changes") is { ValueKind: JsonValueKind.Array } changes)
            {
                foreach (var change in changes.EnumerateArray())
                {
                    yield return change;
                }
            }
            else
            {
                yield return default;
            }
        }
    }

    /// <summary>Other fields than messages are not for us, whatever they look like; those have a shape to keep to.</summary>
    private static bool IsBroken(JsonElement change, JsonElement value)
    {
        if (change.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        return change.Text("field") is null or "messages" or "smb_message_echoes" &&
            (value.ValueKind != JsonValueKind.Object || Lists.Any(list => value.Member(list.Name) is { } it && !IsList(it)));
    }

    private static bool IsList(JsonElement json) => json.ValueKind is JsonValueKind.Array or JsonValueKind.Null;
}

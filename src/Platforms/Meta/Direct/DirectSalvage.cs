using System.Text.Json;

namespace Rozmova.Platforms.Meta.Direct;

/// <summary>
/// A request with something of an unknown shape in it, read item by item: one that cannot be read keeps its place, not its
/// content.
/// </summary>
internal static class DirectSalvage
{
    private const string Unreadable = "unreadable";

    public static DirectUpdate Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return new DirectUpdate { Entry = ReadAll(document.RootElement, "entry", ReadEntry) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not passed on as the inner exception, which may quote the content.
            throw DirectRequest.Unreadable("it is not JSON");
        }
    }

    private static DirectEntry ReadEntry(JsonElement entry) => new()
    {
        Id = Text(entry, "id"),
        Messaging = ReadAll(entry, "messaging", ReadItem),
        Standby = ReadAll(entry, "standby", ReadItem),
    };

    private static T[]? ReadAll<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray().Select(read)] : null;

    private static DirectItem ReadItem(JsonElement item)
    {
        try
        {
            return item.Deserialize(DirectJson.Default.DirectItem) ?? new DirectItem();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // Shown as unsupported to whomever it is from, so that an operator knows there was something.
            return new DirectItem
            {
                Sender = ReadParty(item, "sender"),
                Recipient = ReadParty(item, "recipient"),
                Timestamp = Find(item, "timestamp") is { ValueKind: JsonValueKind.Number } time && time.TryGetInt64(out var at)
                    ? at
                    : 0,
                Others = new Dictionary<string, JsonElement> { [Unreadable] = default },
            };
        }
    }

    private static DirectParty? ReadParty(JsonElement item, string name) =>
        Find(item, name) is { } party && Text(party, "id") is { } id ? new DirectParty { Id = id } : null;

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) ? found : null;

    private static string? Text(JsonElement parent, string name) => Find(parent, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}

using System.Text.Json;
using Rozmova.Platforms.Meta;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// A request with something of an unknown shape in it, read item by item: one that cannot be read keeps its place, not its
/// content.
/// </summary>
internal static class WhatsAppSalvage
{
    private static readonly string[] Lists = ["messages", "message_echoes", "statuses"];

    public static UpdatePayload Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var request = document.RootElement;
        return new UpdatePayload { Object = request.Text("object"), Entry = ReadAll(request, "entry", ReadEntry) };
    }

    private static EntryPayload ReadEntry(JsonElement entry) => new() { Changes = ReadAll(entry, "changes", ReadChange) };

    private static NewsPayload? ReadChange(JsonElement change)
    {
        if (change.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var value = change.Member("value") is { ValueKind: JsonValueKind.Object } it ? it : default;
        return new NewsPayload
        {
            Field = change.Text("field"),
            Value = value.ValueKind == JsonValueKind.Object ? ReadValue(value) : null,
            HasBrokenList = Lists.Any(name => value.Member(name) is { ValueKind: not (JsonValueKind.Array or JsonValueKind.Null) }),
        };
    }

    private static ValuePayload ReadValue(JsonElement value) => new()
    {
        Metadata = new NumberPayload { PhoneNumberId = value.Member("metadata")?.Text("phone_number_id") },
        Contacts = ReadAll(value, "contacts", ReadPerson),
        Messages = ReadAll(value, Lists[0], ReadMessage),
        MessageEchoes = ReadAll(value, Lists[1], ReadMessage),
        Statuses = ReadAll(value, Lists[2], ReadStatus),
    };

    private static PersonPayload ReadPerson(JsonElement contact)
    {
        var profile = contact.Member("profile") ?? default;
        return new PersonPayload
        {
            WaId = contact.Text("wa_id"),
            UserId = contact.Text("user_id"),
            Profile = new PersonName { Name = profile.Text("name"), Username = profile.Text("username") },
        };
    }

    private static MessagePayload? ReadMessage(JsonElement message)
    {
        try
        {
            return message.Deserialize(WhatsAppJson.Default.MessagePayload);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // What can be said is that something came, from whom, and its kind.
            return new MessagePayload
            {
                Id = message.Text("id"),
                Type = message.Text("type"),
                Timestamp = message.Number("timestamp"),
                From = message.Text("from"),
                FromUserId = message.Text("from_user_id"),
                GroupId = message.Text("group_id"),
                To = message.Text("to"),
                ToUserId = message.Text("to_user_id"),
            };
        }
    }

    private static StatusPayload ReadStatus(JsonElement status) => new()
    {
        Id = status.Text("id"),
        Status = status.Text("status"),
        Timestamp = status.Number("timestamp"),
        RecipientId = status.Text("recipient_id"),
        RecipientUserId = status.Text("recipient_user_id"),
        RecipientType = status.Text("recipient_type"),
        BizOpaqueCallbackData = status.Text("biz_opaque_callback_data"),
        Errors = ReadAll(status, "errors", ReadError),
    };

    private static MetaError ReadError(JsonElement error) => new()
    {
        Code = (int?)error.Number("code"),
        Title = error.Text("title"),
        Message = error.Text("message"),
        ErrorData = error.Member("error_data")?.Clone() ?? default,
    };

    private static T[]? ReadAll<T>(JsonElement parent, string name, Func<JsonElement, T> read) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Array } all ? [.. all.EnumerateArray().Select(read)] : null;
}

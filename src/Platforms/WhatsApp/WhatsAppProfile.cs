using System.Text.Json;
using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Who did something: the contact beside the message that has its number or id, never the one at its place in the list.
/// </summary>
internal static class WhatsAppProfile
{
    public static Profile Of(WhatsAppItem item)
    {
        var phone = item.Json.Text("from");
        var userId = item.Json.Text("from_user_id");
        var contact = Find(item.Value, phone, userId);
        var profile = contact.Member("profile") ?? default;
        var number = phone ?? contact.Text("wa_id");
        return item.Kind == WhatsAppItemKind.Message
            ? new Profile
            {
                Id = item.Json.Text("group_id") is null ? null : phone ?? userId,
                Name = profile.Text("name"),
                Username = profile.Text("username"),
                Phone = number is not null && WhatsAppAddress.IsPhone(number) ? $"+{number}" : null,
            }
            : new Profile();
    }

    private static JsonElement Find(JsonElement value, string? phone, string? userId) =>
        value.Items("contacts").FirstOrDefault(contact =>
            (phone is not null && contact.Text("wa_id") == phone) || (userId is not null && contact.Text("user_id") == userId));
}

using Rozmova.Messaging;

namespace Rozmova.Platforms.WhatsApp;

/// <summary>
/// Who did something: the contact beside the message that has its number or id, never the one at its place in the list.
/// </summary>
internal static class WhatsAppProfile
{
    public static Profile Of(WhatsAppItem item)
    {
        if (item is not { Kind: WhatsAppItemKind.Message, Message: { } message })
        {
            return new Profile();
        }

        var phone = WhatsAppItem.NullIfEmpty(message.From);
        var userId = WhatsAppItem.NullIfEmpty(message.FromUserId);
        var contact = Find(item.Value, phone, userId);
        var number = phone ?? WhatsAppItem.NullIfEmpty(contact?.WaId);
        return new Profile
        {
            Id = string.IsNullOrEmpty(message.GroupId) ? null : phone ?? userId,
            Name = WhatsAppItem.NullIfEmpty(contact?.Profile?.Name),
            Username = WhatsAppItem.NullIfEmpty(contact?.Profile?.Username),
            Phone = number is not null && WhatsAppAddress.IsPhone(number) ? $"+{number}" : null,
        };
    }

    private static PersonPayload? Find(ValuePayload value, string? phone, string? userId)
    {
        foreach (var contact in value.Contacts ?? [])
        {
            if ((phone is not null && contact?.WaId == phone) || (userId is not null && contact?.UserId == userId))
            {
                return contact;
            }
        }

        return null;
    }
}

using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>Contacts as the API and the live feed show them.</summary>
public sealed class ContactBodies(IContactStore contacts)
{
    /// <summary>One contact by id; null when there is none.</summary>
    public async ValueTask<ContactBody?> FindAsync(ContactId id, CancellationToken cancellationToken) =>
        await contacts.FindAsync(id, cancellationToken) is { } row ? Of(row) : null;

    /// <summary>A contact with all that is known of them.</summary>
    public static ContactBody Of(ContactRow row) => new(
        row.Contact.Id, row.Contact.Name, row.Contact.Language, row.Contact.Phone, row.Contact.Email,
        BodyMapping.MediaUrl(row.Contact.AvatarId),
        [
            .. row.Identities.Select(known => new IdentityBody(
                known.ChannelId, known.Platform, known.Chat, known.Name, known.Username, known.Blocked)),
        ],
        row.Labels, row.Values.ToDictionary(value => value.Key.ToString(), value => value.Value),
        [.. row.Merged.Select(merged => new MergedContactBody(merged.Id, merged.Name, merged.MergedAt))],
        row.Contact.MergedInto, row.Contact.ErasedAt, row.Contact.CreatedAt, row.Contact.UpdatedAt);
}

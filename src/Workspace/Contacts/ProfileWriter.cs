using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;

namespace Rozmova.Workspace.Contacts;

/// <summary>Keeps what a platform says of a person. What an operator entered stays.</summary>
internal sealed class ProfileWriter(ConversationChanges changes, IContactStore contacts, Avatars avatars)
{
    public async ValueTask WriteAsync(LiveChannel channel, ConversationId id, Profile profile, CancellationToken cancellationToken)
    {
        var avatar = profile.AvatarUrl is { } address ? await avatars.FetchAsync(channel, address, cancellationToken) : null;
        await changes.RunAsync<ConversationBody>(
            id,
            async change =>
            {
                var conversation = change.Conversation;
                if (await contacts.LockAsync(change.Transaction, conversation.ContactId) is not { } row
                    || row.Identities.FirstOrDefault(known => (known.ChannelId, known.Chat) == (conversation.ChannelId, conversation.Chat)) is not { } identity)
                {
                    return new Refusal.NotFound("contact");
                }

                var contact = Complete(row.Contact, identity, profile) with
                {
                    AvatarId = avatar ?? row.Contact.AvatarId,
                    UpdatedAt = change.Now,
                };
                var known = identity with { Name = profile.Name ?? identity.Name, Username = profile.Username ?? identity.Username };
                var told = row with { Contact = contact, Identities = [.. row.Identities.Select(other => other == identity ? known : other)] };
                await contacts.SaveAsync(change.Transaction, told);
                await contacts.SaveIdentityAsync(change.Transaction, known);
                change.Set(current => current with { ContactName = contact.Name, AvatarId = contact.AvatarId });
                change.Transaction.Publish(LiveChange.ContactUpdated(ContactBodies.Of(told)));
                return await change.SaveAsync();
            },
            cancellationToken);
    }

    private static Contact Complete(Contact contact, Identity identity, Profile profile) => contact with
    {
        Name = contact.Name is null || contact.Name == identity.Name ? profile.Name ?? contact.Name ?? profile.Username : contact.Name,
        Username = profile.Username ?? contact.Username,
        Language = contact.Language ?? profile.Language,
        Phone = contact.Phone ?? profile.Phone,
    };
}

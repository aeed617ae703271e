using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

/// <summary>A person.</summary>
public sealed record Contact
{
    public required ContactId Id { get; init; }

    public string? Name { get; init; }

    /// <summary>What a platform calls them beside their name; searched, not shown.</summary>
    public string? Username { get; init; }

    public string? Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public MediaId? AvatarId { get; init; }

    /// <summary>The contact this one turned out to be: then it only remembers what it was.</summary>
    public ContactId? MergedInto { get; init; }

    /// <summary>When everything that told who they are was taken out.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A person's id on one channel.</summary>
public sealed record Identity(ChannelId ChannelId, string Chat, ContactId ContactId, string? Name, string? Username, bool Blocked)
{
    /// <summary>The platform of its channel.</summary>
    public string Platform { get; init; } = "";
}

/// <summary>A contact that joined another.</summary>
public sealed record MergedContact(ContactId Id, string? Name, DateTimeOffset MergedAt);

/// <summary>
/// A contact as the API and the live feed show it. <paramref name="Fields"/> holds values of custom fields by the field's id, as text:
/// <c>12.5</c>, <c>2026-11-30</c>.
/// </summary>
public sealed record ContactBody(
    ContactId Id, string? Name, string? Language, string? Phone, string? Email, string? AvatarUrl, IReadOnlyList<IdentityBody> Identities,
    IReadOnlyList<string> Labels, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<MergedContactBody> Merged,
    ContactId? MergedInto, DateTimeOffset? ErasedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One identity of a contact.</summary>
public sealed record IdentityBody(ChannelId ChannelId, string Platform, string Id, string? Name, string? Username, bool Blocked);

/// <summary>One who joined a contact and can be let go again.</summary>
public sealed record MergedContactBody(ContactId Id, string? Name, DateTimeOffset MergedAt);

using Rozmova.Messaging;

namespace Rozmova.Workspace.Contacts;

/// <summary>A person.</summary>
public sealed record Contact
{
    public required ContactId Id { get; init; }

    public string? Name { get; init; }

    public string? Language { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public MediaId? AvatarId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A person's id on one channel.</summary>
public sealed record Identity(ChannelId ChannelId, string Chat, ContactId ContactId, string? Name, string? Username, bool Blocked);

/// <summary>A contact as the API and the live feed show it.</summary>
public sealed record ContactBody(
    ContactId Id, string? Name, string? Language, string? Phone, string? Email, string? AvatarUrl, IReadOnlyList<IdentityBody> Identities,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One identity of a contact.</summary>
public sealed record IdentityBody(ChannelId ChannelId, string Id, string? Name, string? Username, bool Blocked);

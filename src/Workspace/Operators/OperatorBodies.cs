using System.Text.Json.Serialization;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Operators;

/// <summary>An operator as admins, and they themselves, see them.</summary>
public sealed record OperatorBody(
    OperatorId Id, string Name, string? Email, OperatorRole Role, long? TelegramUserId, string Presence, bool TwoFactor,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Given once, to a new operator without a password: where they choose one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InviteUrl { get; init; }

    internal static OperatorBody Of(Operator found, string presence) => new(
        found.Id, found.Name, found.Email, found.Role, found.TelegramUserId, presence, found.HasTwoFactor, found.CreatedAt, found.UpdatedAt);
}

/// <summary>An operator as their colleagues see them.</summary>
public sealed record OperatorSummaryBody(OperatorId Id, string Name, OperatorRole Role, string Presence)
{
    internal static OperatorSummaryBody Of(Operator found, string presence) => new(found.Id, found.Name, found.Role, presence);
}

/// <summary>A new operator as asked for.</summary>
public sealed record NewOperatorBody(string? Name, string? Email, OperatorRole? Role, string? Password, long? TelegramUserId);

/// <summary>A change of an operator: what is absent stays.</summary>
public sealed record OperatorChangeBody
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public OperatorRole? Role { get; init; }

    public string? Password { get; init; }

    public long? TelegramUserId { get; init; }
}

/// <summary>What one changes of oneself: what is absent stays. A new password needs the one there is.</summary>
public sealed record OwnChangeBody(string? Name, string? Password, string? CurrentPassword)
{
    /// <summary>Names the case only: a record prints its members, and these are secrets.</summary>
    public override string ToString() => nameof(OwnChangeBody);
}

/// <summary>A new key as asked for; the name says what it is for.</summary>
public sealed record NewKeyBody(string? Name);

/// <summary>A new key, in full this once.</summary>
public sealed record CreatedKeyBody(Guid Id, string Key, string? Name, DateTimeOffset CreatedAt);

/// <summary>A link that ties an operator to whoever opens it first.</summary>
public sealed record TelegramLinkBody(string Url, DateTimeOffset ExpiresAt);

/// <summary>A key that exists.</summary>
public sealed record KeyBody(Guid Id, OperatorId OperatorId, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt)
{
    internal static KeyBody Of(ApiKey key) => new(key.Id, key.OperatorId, key.Name, key.CreatedAt, key.LastUsedAt);
}

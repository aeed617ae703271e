using Rozmova.Messaging;

namespace Rozmova.Workspace.Operators;

/// <summary>What an operator may do; the numbers are stored.</summary>
public enum OperatorRole
{
    /// <summary>Everything.</summary>
    Admin = 1,

    /// <summary>Conversations, contacts, canned replies, statistics.</summary>
    Operator = 2,

    /// <summary>Waits for approval: nothing.</summary>
    Pending = 3,

    /// <summary>Nothing, and holds nothing.</summary>
    Banned = 4,
}

/// <summary>A person who answers.</summary>
public sealed record Operator
{
    public required OperatorId Id { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public required OperatorRole Role { get; init; }

    /// <summary>Null until a password was chosen: such an operator signs in by key or link only.</summary>
    public string? PasswordHash { get; init; }

    public long? TelegramUserId { get; init; }

    /// <summary>Whether the password alone does not let them in. Read with the operator, changed on its own.</summary>
    public bool HasTwoFactor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether they may work at all.</summary>
    public bool IsActive => Role is OperatorRole.Admin or OperatorRole.Operator;

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(Operator)} {Id}";
}

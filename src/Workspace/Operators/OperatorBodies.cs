using Rozmova.Messaging;

namespace Rozmova.Workspace.Operators;

/// <summary>An operator as admins, and they themselves, see them.</summary>
public sealed record OperatorBody(
    OperatorId Id, string Name, string? Email, OperatorRole Role, long? TelegramUserId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static OperatorBody Of(Operator found) => new(
        found.Id, found.Name, found.Email, found.Role, found.TelegramUserId, found.CreatedAt, found.UpdatedAt);
}

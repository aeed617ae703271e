using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Api;

/// <summary>Who is calling: an endpoint asks for it by parameter.</summary>
public sealed record CurrentOperator(OperatorId Id, string Name, OperatorRole Role)
{
    /// <summary>Whether they may do everything.</summary>
    public bool IsAdmin => Role == OperatorRole.Admin;

    /// <summary>Reads the caller from the signed-in principal. Null (and so 401) only where the route forgot to ask for a policy.</summary>
    public static ValueTask<CurrentOperator?> BindAsync(HttpContext context)
    {
        var user = context.User;
        return ValueTask.FromResult(Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new CurrentOperator(new OperatorId(id), user.FindFirstValue(ClaimTypes.Name) ?? "",
                Enum.Parse<OperatorRole>(user.FindFirstValue(ClaimTypes.Role) ?? nameof(OperatorRole.Pending)))
            : null);
    }
}

/// <summary>The authorization policies of the API.</summary>
public static class ApiPolicies
{
    /// <summary>Operators and admins: conversations, contacts, media, live feed.</summary>
    public const string Operator = "operator";

    /// <summary>Admins: desks, keys, settings, audit, quarantine, changes of channels and operators.</summary>
    public const string Admin = "admin";
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>An operator as the principal of a request, the way <see cref="CurrentOperator"/> reads it.</summary>
internal static class OperatorPrincipal
{
    private const string StampClaim = "stamp";

    public static ClaimsPrincipal ToPrincipal(this Operator caller, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, caller.Id.ToString()),
            new Claim(ClaimTypes.Name, caller.Name),
            new Claim(ClaimTypes.Role, caller.Role.ToString()),
            new Claim(StampClaim, Stamp(caller)),
        ],
        scheme));

    /// <summary>Whether the session began with the password the operator still has: a new password ends all older sessions.</summary>
    public static bool IsCurrent(this ClaimsPrincipal principal, Operator caller) => principal.FindFirstValue(StampClaim) == Stamp(caller);

    private static string Stamp(Operator caller) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(caller.PasswordHash ?? "")).AsSpan(0, 8));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.Webim;

/// <summary>
/// Who may speak, in both directions. A secret stands in a header (<c>header:{name}={template}</c>), the query (<c>query:{name}</c>), the
/// body (<c>body:{name}</c>, ours only) or as the password of Basic (<c>basic</c>, theirs only).
/// </summary>
internal static class WebimAccess
{
    private const string Authorization = "Authorization";

    /// <summary>Puts our token where the account wants it.</summary>
    public static void Authorize(WebimContract contract, HttpRequestMessage request, JsonObject? body)
    {
        switch (contract.Auth.Split(':', 2))
        {
            case ["query", var name]:
                request.RequestUri = WithQuery(request.RequestUri!, name, contract.AccessToken);
                break;
            case ["body", var name]:
                body?.Put(name, contract.AccessToken);
                break;
            case ["header", var rest] when rest.Split('=', 2) is [var name, var template]:
                request.Headers.TryAddWithoutValidation(name, template.Replace("{accessToken}", contract.AccessToken, StringComparison.Ordinal));
                break;
            default:
                throw new InvalidOperationException("The setting contract.auth names no place for the token.");
        }
    }

    /// <summary>Whether a callback carries the secret in one of the agreed ways, or the signature where there is to be one. Constant time.</summary>
    public static bool IsAuthentic(WebimContract contract, WebhookRequest request) =>
        contract.CallbackHmacHeader is { } header
            ? IsSame(
                request.Headers.GetValueOrDefault(header)?.ToLowerInvariant(),
                WebimSignatures.OfCallback(contract.CallbackSecret, request.Body.Span))
            : contract.CallbackAuth.Aggregate(false, (found, form) => found | Carries(form, contract.CallbackSecret, request));

    private static bool Carries(string form, string secret, WebhookRequest request) => form.Split(':', 2) switch
    {
        ["query", var name] => IsSame(request.Query.GetValueOrDefault(name), secret),
        ["header", var rest] when rest.Split('=', 2) is [var name, var template] => IsSame(
            request.Headers.GetValueOrDefault(name), template.Replace("{callbackSecret}", secret, StringComparison.Ordinal)),
        ["basic"] => IsSame(PasswordIn(request.Headers.GetValueOrDefault(Authorization)), secret),
        _ => false,
    };

    private static string? PasswordIn(string? header)
    {
        const string Basic = "Basic ";
        var decoded = new byte[header?.Length ?? 0];
        return header?.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) == true
            && Convert.TryFromBase64String(header[Basic.Length..].Trim(), decoded, out var length)
            && Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) is [_, var password]
                ? password
                : null;
    }

    private static bool IsSame(string? given, string expected) => given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static Uri WithQuery(Uri address, string name, string value) => new(
        $"{address.AbsoluteUri}{(address.Query.Length == 0 ? "?" : "&")}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>
/// Signs a request in by its API key. The operator is read each time, so that a change of role, a ban or a removed key acts at once,
/// on every node.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOperatorStore operators,
    KeyUses uses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    // A browser cannot set headers on a WebSocket. Everywhere else a key in an address would end up in logs.
    private static readonly PathString LiveFeed = "/api/v1/communications/ws";

    /// <summary>The key a request carries; null when it carries none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return header[Bearer.Length..].Trim();
        }

        return request.Path.StartsWithSegments(LiveFeed) ? (string?)request.Query["token"] : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        var hash = ApiKeySecret.Hash(key);
        if (await operators.FindByKeyAsync(hash, Context.RequestAborted) is not { } caller)
        {
            return AuthenticateResult.Fail("There is no such key.");
        }

        await uses.NoteAsync(hash, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}

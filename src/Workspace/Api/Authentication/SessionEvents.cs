using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Rozmova.Messaging;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Api.Authentication;

/// <summary>A session lasts while its operator may: checked at every request. Answers are statuses, never redirects.</summary>
internal sealed class SessionEvents(IOperatorStore operators) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var caller = context.Principal is { } principal ? await FindAsync(principal, context.HttpContext.RequestAborted) : null;
        if (caller is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Session);
            return;
        }

        context.ReplacePrincipal(caller.ToPrincipal(Schemes.Session));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async ValueTask<Operator?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        var caller = await operators.FindAsync(new OperatorId(id), cancellationToken);
        return caller is not null && principal.IsCurrent(caller) ? caller : null;
    }
}

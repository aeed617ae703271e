using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Authentication;
using Rozmova.Workspace.Audit;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Sessions;

/// <summary>What one signs in with.</summary>
public sealed record CredentialsBody(string? Email, string? Password);

/// <summary>Signing in and out by password, for the console.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/session").WithTags("Session");
        group.MapPost("", SignIn).WithName("SignIn").AllowAnonymous();
        group.MapDelete("", SignOut).WithName("SignOut").AllowAnonymous();
    }

    /// <summary>Gives the browser its cookie.</summary>
    public static Task BeginAsync(HttpContext context, Operator caller) => context.SignInAsync(
        Schemes.Session, caller.ToPrincipal(Schemes.Session), new AuthenticationProperties { IsPersistent = true });

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> SignIn(
        CredentialsBody body, HttpContext context, SignInLimits limits, IOperatorStore operators, Passwords passwords,
        SessionAudit audit, Presence presence, CancellationToken cancellationToken)
    {
        var (email, password) = (body.Email?.Trim() ?? "", body.Password ?? "");
        var address = context.Connection.RemoteIpAddress;
        if (limits.WaitFor(email, address) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-attempts", "Too many failed attempts. Wait a little.");
        }

        var candidate = await operators.FindByEmailAsync(email, cancellationToken);
        if (password.Length > Passwords.Longest || !passwords.Matches(candidate, password))
        {
            limits.Failed(email, address);
            await audit.AddAsync("session.refused", candidate?.Id, null, cancellationToken);
            return Problem.Of(StatusCodes.Status401Unauthorized, "wrong-credentials", "The e-mail address or the password is wrong.");
        }

        limits.Succeeded(email);
        await BeginAsync(context, candidate!);
        await audit.AddAsync("session.created", candidate!.Id, candidate.Id, cancellationToken);
        return TypedResults.Ok(OperatorBody.Of(candidate, presence.Of(candidate.Id)));
    }

    private static async Task<NoContent> SignOut(HttpContext context, IAuthenticationService authentication)
    {
        await authentication.SignOutAsync(context, Schemes.Session, null);
        return TypedResults.NoContent();
    }
}

/// <summary>Notes who signed in, and at whose door somebody knocked in vain.</summary>
internal sealed class SessionAudit(IAuditStore audit, ITransactions transactions, TimeProvider time)
{
    public async ValueTask AddAsync(string action, OperatorId? subject, OperatorId? actor, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await audit.AddAsync(transaction, AuditEntry.Of(actor, action, subject?.ToString(), null, time.GetStoredNow()));
            return true;
        }, cancellationToken);
}

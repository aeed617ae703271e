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
using Rozmova.Workspace.TwoFactor;

namespace Rozmova.Workspace.Sessions;

/// <summary>What one signs in with.</summary>
/// <param name="Email">The operator's address.</param>
/// <param name="Password">Their password.</param>
/// <param name="Code">From their authenticator app, or a recovery code; only who has a second factor needs one.</param>
public sealed record CredentialsBody(string? Email, string? Password, string? Code)
{
    /// <summary>Names the case only: a record prints its members, and these are secrets.</summary>
    public override string ToString() => nameof(CredentialsBody);
}

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
        SecondFactors factors, SessionAudit audit, Presence presence, CancellationToken cancellationToken)
    {
        var (email, password) = (body.Email?.Trim() ?? "", body.Password ?? "");
        var address = context.Connection.RemoteIpAddress;
        if (limits.WaitFor(email, address) is { } wait)
        {
            return TooMany(context, wait);
        }

        var candidate = await operators.FindByEmailAsync(email, cancellationToken);
        if (password.Length > Passwords.Longest || !passwords.Matches(candidate, password))
        {
            limits.Failed(email, address);
            await audit.AddAsync("session.refused", candidate?.Id, null, cancellationToken);
            return Problem.Of(StatusCodes.Status401Unauthorized, "wrong-credentials", "The e-mail address or the password is wrong.");
        }

        if (candidate!.HasTwoFactor && await CheckCodeAsync(candidate, body.Code, factors, cancellationToken) is { } problem)
        {
            if (body.Code is not null)
            {
                limits.Failed(email, address);
                await audit.AddAsync("session.refused", candidate.Id, null, cancellationToken);
            }

            return problem;
        }

        limits.Succeeded(email);
        await BeginAsync(context, candidate);
        await audit.AddAsync("session.created", candidate.Id, candidate.Id, cancellationToken);
        return TypedResults.Ok(OperatorBody.Of(candidate, presence.Of(candidate.Id)));
    }

    /// <summary>The answer to who has guessed too often.</summary>
    public static ProblemHttpResult TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-attempts", "Too many failed attempts. Wait a little.");
    }

    private static async ValueTask<ProblemHttpResult?> CheckCodeAsync(
        Operator person, string? code, SecondFactors factors, CancellationToken cancellationToken) =>
        code is null
            ? Problem.Of(StatusCodes.Status401Unauthorized, "code-needed", "The code from the authenticator app is needed too.")
        : await factors.TakeAsync(person.Id, code, cancellationToken) ? null
        : Problem.Of(StatusCodes.Status401Unauthorized, "wrong-code", "This code is wrong, too old, or was used already.");

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

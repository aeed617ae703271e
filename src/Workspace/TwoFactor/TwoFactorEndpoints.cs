using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Sessions;

namespace Rozmova.Workspace.TwoFactor;

/// <summary>How one's second factor stands.</summary>
public sealed record TwoFactorBody(bool Enabled, int RecoveryCodesLeft);

/// <summary>A code from the authenticator app, or a recovery code.</summary>
public sealed record CodeBody(string? Code)
{
    /// <summary>Names the case only: a record prints its members, and this is a secret.</summary>
    public override string ToString() => nameof(CodeBody);
}

/// <summary>One's own second factor, and an admin's help for who lost the phone.</summary>
internal static class TwoFactorEndpoints
{
    public static void MapTwoFactor(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/me/two-factor").WithTags("Session").RequireAuthorization(ApiPolicies.Operator);
        own.MapGet("", Get).WithName("GetTwoFactor");
        own.MapPost("", Begin).WithName("BeginTwoFactor");
        own.MapPost("/confirm", Confirm).WithName("ConfirmTwoFactor");
        own.MapPost("/disable", Disable).WithName("DisableTwoFactor");
        routes.MapDelete("/operators/{id:guid}/two-factor", Reset).WithName("ResetTwoFactor").WithTags("Operators")
            .RequireAuthorization(ApiPolicies.Admin);
    }

    private static async Task<Ok<TwoFactorBody>> Get(CurrentOperator me, SecondFactors factors, CancellationToken cancellationToken) =>
        TypedResults.Ok(await factors.FindAsync(me.Id, cancellationToken) is { ConfirmedAt: not null } factor
            ? new TwoFactorBody(true, factor.RecoveryCodes)
            : new TwoFactorBody(false, 0));

    private static async Task<Results<Ok<EnrolmentBody>, ProblemHttpResult>> Begin(
        CurrentOperator me, IOperatorStore operators, SecondFactors factors, CancellationToken cancellationToken)
    {
        if (await operators.FindAsync(me.Id, cancellationToken) is not { } person)
        {
            return Problem.NotFound("operator");
        }

        return await factors.BeginAsync(person, cancellationToken) is { } enrolment
            ? TypedResults.Ok(enrolment)
            : Problem.Of(StatusCodes.Status409Conflict, "already-enabled", "There is a second factor already: take it away first.");
    }

    private static async Task<Results<Ok<RecoveryCodesBody>, ProblemHttpResult>> Confirm(
        CodeBody body, CurrentOperator me, SecondFactors factors, SignInLimits limits, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (Guessing(me, limits, context) is { } wait)
        {
            return wait;
        }

        if (await factors.ConfirmAsync(me.Id, body.Code ?? "", cancellationToken) is { } codes)
        {
            return TypedResults.Ok(codes);
        }

        limits.Failed(KeyOf(me), context.Connection.RemoteIpAddress);
        return WrongCode();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Disable(
        CodeBody body, CurrentOperator me, SecondFactors factors, SignInLimits limits, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (Guessing(me, limits, context) is { } wait)
        {
            return wait;
        }

        if (!await factors.TakeAsync(me.Id, body.Code ?? "", cancellationToken))
        {
            limits.Failed(KeyOf(me), context.Connection.RemoteIpAddress);
            return WrongCode();
        }

        await factors.RemoveAsync(me.Id, me.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Reset(
        Guid id, CurrentOperator me, SecondFactors factors, CancellationToken cancellationToken) =>
        await factors.RemoveAsync(new OperatorId(id), me.Id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("second factor");

    private static ProblemHttpResult? Guessing(CurrentOperator me, SignInLimits limits, HttpContext context) =>
        limits.WaitFor(KeyOf(me), context.Connection.RemoteIpAddress) is { } wait ? SessionEndpoints.TooMany(context, wait) : null;

    private static string KeyOf(CurrentOperator me) => $"second factor of {me.Id}";

    private static ProblemHttpResult WrongCode() => Problem.Of(
        StatusCodes.Status422UnprocessableEntity, "wrong-code", "This code is wrong, too old, or was used already.", ("field", "code"));
}

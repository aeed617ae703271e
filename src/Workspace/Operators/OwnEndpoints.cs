using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Sessions;

namespace Rozmova.Workspace.Operators;

/// <summary>What an operator changes of themselves.</summary>
internal static class OwnEndpoints
{
    public static void MapOwn(this IEndpointRouteBuilder routes) =>
        routes.MapPatch("/me", Change).WithName("ChangeMe").WithTags("Operators").RequireAuthorization(ApiPolicies.Operator);

    /// <summary>A new password ends every session but this one.</summary>
    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Change(
        OwnChangeBody body, CurrentOperator me, HttpContext context, IOperatorStore operators, OperatorChanges changes, Passwords passwords,
        SignInLimits limits, LiveFeed feed, Presence presence, CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress;
        var key = $"password of {me.Id}";
        if (body.Password is not null)
        {
            if (limits.WaitFor(key, address) is { } wait)
            {
                return SessionEndpoints.TooMany(context, wait);
            }

            if (!passwords.Matches(await operators.FindAsync(me.Id, cancellationToken), body.CurrentPassword ?? ""))
            {
                limits.Failed(key, address);
                return Problem.Of(
                    StatusCodes.Status422UnprocessableEntity, "wrong-password", "This is not the password there is.", ("field", "currentPassword"));
            }
        }

        var change = new OperatorChangeBody { Name = body.Name, Password = body.Password };
        var (changed, problem, _) = await changes.ChangeAsync(me.Id, change, me, cancellationToken);
        if (changed is null)
        {
            return problem!;
        }

        if (body.Password is not null)
        {
            await SessionEndpoints.BeginAsync(context, changed);
            context.Response.OnCompleted(() => // once the browser has its new cookie
            {
                feed.Dismiss(me.Id);
                return Task.CompletedTask;
            });
        }

        return TypedResults.Ok(OperatorBody.Of(changed, presence.Of(changed.Id)));
    }
}

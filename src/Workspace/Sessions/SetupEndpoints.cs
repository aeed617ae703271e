using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Operators;

namespace Rozmova.Workspace.Sessions;

/// <summary>Whether nobody can sign in yet; and for an invitation, whose it is.</summary>
public sealed record SetupStateBody(bool Needed, string? Name, string? Email);

/// <summary>What somebody with a one-time link enters. An invited operator may leave name and e-mail out.</summary>
public sealed record SetupBody(string? Token, string? Name, string? Email, string? Password);

/// <summary>The pages behind one-time links: the first admin, and invited operators.</summary>
internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/setup").WithTags("Session");
        group.MapGet("", Get).WithName("GetSetup").AllowAnonymous();
        group.MapPost("", Enter).WithName("CompleteSetup").AllowAnonymous();
    }

    private static async Task<Ok<SetupStateBody>> Get(
        string? token, Setup setup, OneTimeLinks links, IOperatorStore operators, CancellationToken cancellationToken)
    {
        var invited = token is not null && await links.FindInviteAsync(token, cancellationToken) is { } id
            ? await operators.FindAsync(id, cancellationToken)
            : null;
        return TypedResults.Ok(new SetupStateBody(await setup.IsNeededAsync(cancellationToken), invited?.Name, invited?.Email));
    }

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Enter(
        SetupBody body, HttpContext context, Setup setup, Presence presence, CancellationToken cancellationToken)
    {
        var (entered, problem, _) = await setup.EnterAsync(body, cancellationToken);
        if (entered is null)
        {
            return problem!;
        }

        await SessionEndpoints.BeginAsync(context, entered);
        return TypedResults.Ok(OperatorBody.Of(entered, presence.Of(entered.Id)));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Operators;

/// <summary>Who am I.</summary>
internal static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/me", Get).WithName("GetMe").WithTags("Operators").RequireAuthorization();

    private static async Task<Results<Ok<OperatorBody>, ProblemHttpResult>> Get(
        CurrentOperator me, IOperatorStore operators, CancellationToken cancellationToken) =>
        await operators.FindAsync(me.Id, cancellationToken) is { } found
            ? TypedResults.Ok(OperatorBody.Of(found))
            : Problem.NotFound("operator");
}

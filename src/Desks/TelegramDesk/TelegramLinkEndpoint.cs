using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// An existing operator gets a link: whoever opens it first, in Telegram, is them from then on. Everybody makes their own, admins anybody's.
/// </summary>
internal static class TelegramLinkEndpoint
{
    public static void MapTelegramLink(this IEndpointRouteBuilder routes) => routes.MapPost("/operators/{id:guid}/telegram-link", Create)
        .WithName("CreateTelegramLink").WithTags("Operators").RequireAuthorization(ApiPolicies.Operator).WithIdempotency();

    /// <param name="id">The operator.</param>
    /// <param name="deskId">Which desk's bot; the first that is connected where none is named.</param>
    private static async Task<Results<Created<TelegramLinkBody>, ProblemHttpResult>> Create(
        Guid id, Guid? deskId, CurrentOperator me, IOperatorStore operators, DeskDirectory desks, DeskBot bot, TelegramLinks links,
        CancellationToken cancellationToken)
    {
        if (!me.IsAdmin && me.Id.Value != id)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "forbidden", "Only admins tie somebody else.");
        }

        if (await operators.FindAsync(new OperatorId(id), cancellationToken) is not { } who)
        {
            return Problem.NotFound("operator");
        }

        var candidates = desks.All
            .Where(desk => desk is { Row.Enabled: true, Kind: TelegramDesk } && (deskId is null || desk.Row.Id.Value == deskId))
            .OrderByDescending(desk => desk.Row.State == ConnectionState.Connected).ThenBy(desk => desk.Row.CreatedAt).ToList();
        if (candidates.Count == 0)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, "no-telegram-desk", "There is no Telegram desk to tie anybody to. An admin makes one first.");
        }

        if (await bot.FindUsernameAsync(candidates[0].Connection, cancellationToken) is not { } username)
        {
            return Problem.Of(
                StatusCodes.Status409Conflict, "desk-not-connected", "Telegram does not tell the bot's name now. Look at the desk's state.");
        }

        var (token, until) = await links.CreateAsync(who.Id, me.Id, cancellationToken);
        return TypedResults.Created(
            (string?)null, new TelegramLinkBody($"https://t.me/{username}?start={JoinWork.PayloadOf(token)}", until));
    }
}

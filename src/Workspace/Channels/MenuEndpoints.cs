using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Channels;

/// <summary>The menu that a channel's customers see beside the composer.</summary>
internal static class MenuEndpoints
{
    public static void MapMenu(this RouteGroupBuilder admin)
    {
        admin.MapGet("/{id:guid}/menu", Read).WithName("GetChannelMenu");
        admin.MapPut("/{id:guid}/menu", Publish).WithName("PublishChannelMenu");
        admin.MapDelete("/{id:guid}/menu", Delete).WithName("DeleteChannelMenu");
    }

    private static async Task<Results<Ok<ChannelMenuBody>, ProblemHttpResult>> Read(
        Guid id, ChannelDirectory directory, CancellationToken cancellationToken)
    {
        var (channel, platform, problem) = await FindAsync(id, directory, cancellationToken);
        return problem ?? ToResult(await platform!.ReadMenuAsync(channel!.Connection, cancellationToken));
    }

    private static async Task<Results<Ok<ChannelMenuBody>, ProblemHttpResult>> Publish(
        Guid id, ChannelMenuBody body, CurrentOperator me, ChannelDirectory directory, ChannelEditor editor,
        CancellationToken cancellationToken)
    {
        var (items, mistake) = ChannelMenu.Read(body);
        return mistake ?? await PutAsync(id, items, me, directory, editor, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, ChannelDirectory directory, ChannelEditor editor, CancellationToken cancellationToken)
    {
        var taken = await PutAsync(id, [], me, directory, editor, cancellationToken);
        return taken.Result is ProblemHttpResult problem ? problem : TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ChannelMenuBody>, ProblemHttpResult>> PutAsync(
        Guid id, IReadOnlyList<MenuItem> items, CurrentOperator me, ChannelDirectory directory, ChannelEditor editor,
        CancellationToken cancellationToken)
    {
        var (channel, platform, problem) = await FindAsync(id, directory, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var answer = await platform!.PublishMenuAsync(channel!.Connection, items, cancellationToken);
        if (answer is MenuAnswer.Standing)
        {
            // It is published, whether or not the caller still listens.
            await editor.KeepMenuAsync(channel, items, me.Id, CancellationToken.None);
        }

        return ToResult(answer);
    }

    private static async ValueTask<(LiveChannel? Channel, IMenuPlatform? Platform, ProblemHttpResult? Problem)> FindAsync(
        Guid id, ChannelDirectory directory, CancellationToken cancellationToken) =>
        await directory.FindAsync(new ChannelId(id), cancellationToken) switch
        {
            null => (null, null, Problem.NotFound("channel")),
            { Platform: IMenuPlatform platform } channel => (channel, platform, null),
            _ => (null, null, NotSupported("Channels of this platform have no menu.")),
        };

    private static Results<Ok<ChannelMenuBody>, ProblemHttpResult> ToResult(MenuAnswer answer) => answer switch
    {
        MenuAnswer.Standing { Items: var items } => TypedResults.Ok(items.ToBody()),
        MenuAnswer.NotSupported { Detail: var detail } => NotSupported(detail),
        MenuAnswer.Refused { Detail: var detail } => Problem.Of(StatusCodes.Status502BadGateway, "platform-refused", detail),
        _ => throw new InvalidOperationException($"No result for {answer.GetType().Name}."),
    };

    private static ProblemHttpResult NotSupported(string detail) =>
        Problem.Of(StatusCodes.Status422UnprocessableEntity, "not-supported", detail);
}

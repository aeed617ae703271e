using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;

namespace Rozmova.Workspace.Channels;

/// <summary>Channels over HTTP.</summary>
internal static class ChannelEndpoints
{
    public static void MapChannelEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/channels").WithTags("Channels");
        group.MapGet("", List).WithName("ListChannels").RequireAuthorization(ApiPolicies.Operator).Produces<Page<ChannelBody>>();
        group.MapGet("/{id:guid}/templates", TemplateEndpoint.List).WithName("ListTemplates").RequireAuthorization(ApiPolicies.Operator);

        var admin = group.MapGroup("").RequireAuthorization(ApiPolicies.Admin);
        admin.MapGet("/activity", Activity).WithName("ListChannelActivity");
        admin.MapPost("", Create).WithName("CreateChannel").WithIdempotency();
        admin.MapGet("/{id:guid}", Get).WithName("GetChannel");
        admin.MapPatch("/{id:guid}", Change).WithName("ChangeChannel");
        admin.MapDelete("/{id:guid}", Delete).WithName("DeleteChannel");
        admin.MapPost("/{id:guid}/check", Check).WithName("CheckChannel");
        admin.MapLogin();
        admin.MapMenu();
    }

    private static async Task<IResult> List(
        CurrentOperator me, IChannelStore store, PlatformCatalogue platforms, CancellationToken cancellationToken)
    {
        var channels = await store.ListAsync(cancellationToken);
        return me.IsAdmin
            ? TypedResults.Ok(new Page<ChannelBody>([.. channels.Select(channel => channel.ToBody(platforms.Find(channel.Platform)))], null))
            : TypedResults.Ok(new Page<ChannelSummaryBody>(
                [.. channels.Select(channel => channel.ToSummary(platforms.Find(channel.Platform)))], null));
    }

    private static async Task<Ok<Page<ChannelActivity>>> Activity(IChannelStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<ChannelActivity>([.. await store.ListActivityAsync(cancellationToken)], null));

    private static async Task<Results<Ok<ChannelBody>, ProblemHttpResult>> Get(
        Guid id, ChannelEditor editor, PlatformCatalogue platforms, CancellationToken cancellationToken) =>
        await editor.FindAsync(id, cancellationToken) is { } channel
            ? TypedResults.Ok(channel.ToBody(platforms.Find(channel.Platform)))
            : Problem.NotFound("channel");

    private static async Task<Results<Created<ChannelBody>, ProblemHttpResult>> Create(
        NewChannelBody body, CurrentOperator me, ChannelEditor editor, PlatformCatalogue platforms, CancellationToken cancellationToken)
    {
        var (created, problem) = await editor.CreateAsync(body, me.Id, cancellationToken);
        return created is null
            ? problem!
            : TypedResults.Created($"/api/v1/channels/{created.Id}", created.ToBody(platforms.Find(created.Platform)));
    }

    private static async Task<Results<Ok<ChannelBody>, ProblemHttpResult>> Change(
        Guid id, ChannelChangeBody body, CurrentOperator me, ChannelEditor editor, PlatformCatalogue platforms,
        CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } channel)
        {
            return Problem.NotFound("channel");
        }

        var (changed, problem) = await editor.ChangeAsync(channel, body, me.Id, cancellationToken);
        return changed is null ? problem! : TypedResults.Ok(changed.ToBody(platforms.Find(changed.Platform)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, CurrentOperator me, ChannelEditor editor, ChannelChanges changes, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } channel)
        {
            return Problem.NotFound("channel");
        }

        await changes.DeleteAsync(channel, me.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ChannelBody>, ProblemHttpResult>> Check(
        Guid id, ChannelEditor editor, PlatformCatalogue platforms, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } channel)
        {
            return Problem.NotFound("channel");
        }

        var checkedNow = await editor.ConnectedAsync(channel, cancellationToken);
        return TypedResults.Ok(checkedNow.ToBody(platforms.Find(checkedNow.Platform)));
    }
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Quarantine;

/// <summary>
/// A quarantined request; its bytes, in base64, only where one is asked for. <paramref name="Withheld"/>: it came through a pass-through
/// channel, its bytes were not kept, and it cannot be replayed.
/// </summary>
public sealed record QuarantineBody(
    Guid Id, string Platform, ChannelId? ChannelId, DateTimeOffset ReceivedAt, string Reason, long Size, QuarantineState State,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withheld = false)
{
    internal static QuarantineBody Of(QuarantineItem item) =>
        new(item.Id, item.Platform, item.ChannelId, item.ReceivedAt, item.Reason, item.Size, item.State, item.Withheld);
}

/// <summary>One with its bytes; null where they were withheld.</summary>
public sealed record QuarantineDetailBody(
    Guid Id, string Platform, ChannelId? ChannelId, DateTimeOffset ReceivedAt, string Reason, long Size, QuarantineState State,
    byte[]? Body, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Withheld = false);

/// <summary>How many wait for a decision.</summary>
public sealed record QuarantineCountBody(long Waiting);

/// <summary>Which to replay: those of one channel, or all.</summary>
public sealed record ReplayRequest(Guid? ChannelId);

/// <summary>How many could be read after all, and how many could not yet.</summary>
public sealed record ReplayedBody(int Replayed, int Left);

/// <summary>Quarantine over HTTP.</summary>
public static class QuarantineEndpoints
{
    private const string ListName = "quarantine";

    /// <summary>Maps it.</summary>
    public static void MapQuarantine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/quarantine").WithTags("Quarantine").RequireAuthorization(ApiPolicies.Admin);
        group.MapGet("", List).WithName("ListQuarantine");
        group.MapGet("/count", Count).WithName("CountQuarantine");
        group.MapPost("/replay", ReplayAll).WithName("ReplayQuarantine");
        group.MapGet("/{id:guid}", Get).WithName("GetQuarantined");
        group.MapPost("/{id:guid}/replay", Replay).WithName("ReplayQuarantined");
        group.MapPost("/{id:guid}/discard", Discard).WithName("DiscardQuarantined");
    }

    private static async Task<Results<Ok<Page<QuarantineBody>>, ProblemHttpResult>> List(
        string? state, Guid? channelId, [AsParameters] PageQuery page, IQuarantineStore quarantine, CancellationToken cancellationToken)
    {
        QuarantineState? wanted = Enum.TryParse<QuarantineState>(state, ignoreCase: true, out var named) ? named : null;
        if (state is not null && wanted is null)
        {
            return Problem.Invalid("state", "Must be waiting, replayed or discarded.");
        }

        ChannelId? channel = channelId is { } chosen ? new ChannelId(chosen) : null;
        var list = $"{ListName} {wanted} {channel}";
        if (!page.TryReadPlace(list, out var before, out var limit, out var problem))
        {
            return problem!;
        }

        var found = await quarantine.ListAsync(wanted, channel, before, limit + 1, cancellationToken);
        QuarantineBody[] items = [.. found.Take(limit).Select(QuarantineBody.Of)];
        return TypedResults.Ok(new Page<QuarantineBody>(items, found.Count > limit ? Paging.Write(list, items[^1].Id.ToString()) : null));
    }

    private static async Task<Ok<QuarantineCountBody>> Count(IQuarantineStore quarantine, CancellationToken cancellationToken) =>
        TypedResults.Ok(new QuarantineCountBody(await quarantine.CountWaitingAsync(cancellationToken)));

    private static async Task<Ok<ReplayedBody>> ReplayAll(
        ReplayRequest? body, CurrentOperator me, QuarantineDesk desk, CancellationToken cancellationToken)
    {
        ChannelId? channel = body?.ChannelId is { } chosen ? new ChannelId(chosen) : null;
        var (replayed, left) = await desk.ReplayAllAsync(channel, me.Id, cancellationToken);
        return TypedResults.Ok(new ReplayedBody(replayed, left));
    }

    private static async Task<Results<Ok<QuarantineDetailBody>, ProblemHttpResult>> Get(
        Guid id, IQuarantineStore quarantine, CancellationToken cancellationToken)
    {
        if (await quarantine.FindAsync(id, cancellationToken) is not { } item
            || await quarantine.ReadBodyAsync(id, cancellationToken) is not { } body)
        {
            return Problem.NotFound("item");
        }

        return TypedResults.Ok(new QuarantineDetailBody(
            item.Id, item.Platform, item.ChannelId, item.ReceivedAt, item.Reason, item.Size, item.State,
            item.Withheld ? null : body, item.Withheld));
    }

    private static async Task<Results<Ok<QuarantineBody>, ProblemHttpResult>> Replay(
        Guid id, CurrentOperator me, QuarantineDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.ReplayAsync(id, me.Id, cancellationToken));

    private static async Task<Results<Ok<QuarantineBody>, ProblemHttpResult>> Discard(
        Guid id, CurrentOperator me, QuarantineDesk desk, CancellationToken cancellationToken) =>
        Answer(await desk.DiscardAsync(id, me.Id, cancellationToken));

    private static Results<Ok<QuarantineBody>, ProblemHttpResult> Answer(QuarantineResult result) =>
        result.Item is { } item ? TypedResults.Ok(QuarantineBody.Of(item)) : result.Problem!;
}

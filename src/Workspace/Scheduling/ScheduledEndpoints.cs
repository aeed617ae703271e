using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Scheduling;

/// <summary>Replies for later over HTTP; one is made by posting a message with <c>sendAt</c>.</summary>
public static class ScheduledEndpoints
{
    /// <summary>Registers them and their sender.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services) =>
        services.AddSingleton<Schedule>().AddHostedService<ScheduledSender>();

    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapScheduled(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/conversations/{id:guid}/scheduled").WithTags("Scheduled").RequireAuthorization(ApiPolicies.Operator);
        all.MapGet("", List).WithName("ListScheduled");
        all.MapPatch("/{scheduledId:guid}", Change).WithName("ChangeScheduled");
        all.MapDelete("/{scheduledId:guid}", Cancel).WithName("CancelScheduled");
        all.MapPost("/{scheduledId:guid}/send", Send).WithName("SendScheduled");
    }

    private static async Task<Results<Ok<Page<ScheduledMessageBody>>, ProblemHttpResult>> List(
        Guid id, IScheduledStore store, IConversationStore conversations, CancellationToken cancellationToken)
    {
        var conversation = new ConversationId(id);
        var waiting = await store.ListAsync(conversation, cancellationToken);
        return waiting.Count == 0 && await conversations.FindAsync(conversation, cancellationToken) is null
            ? Problem.NotFound("conversation")
            : TypedResults.Ok(new Page<ScheduledMessageBody>([.. waiting.Select(ScheduledMessageBody.Of)], null));
    }

    private static async Task<Results<Ok<ScheduledMessageBody>, ProblemHttpResult>> Change(
        Guid id, Guid scheduledId, ScheduledChangeRequest request, CurrentOperator me, Schedule schedule,
        CancellationToken cancellationToken) =>
        (await schedule.ChangeAsync(new ConversationId(id), scheduledId, me, request, cancellationToken)).ToOk();

    private static async Task<Results<NoContent, ProblemHttpResult>> Cancel(
        Guid id, Guid scheduledId, CurrentOperator me, Schedule schedule, CancellationToken cancellationToken) =>
        (await schedule.CancelAsync(new ConversationId(id), scheduledId, me, cancellationToken)).Refusal is { } refusal
            ? refusal.ToProblem()
            : TypedResults.NoContent();

    private static async Task<Results<Accepted<MessageBody>, ProblemHttpResult>> Send(
        Guid id, Guid scheduledId, CurrentOperator me, Schedule schedule, CancellationToken cancellationToken) =>
        (await schedule.SendNowAsync(new ConversationId(id), scheduledId, me, cancellationToken)).ToAccepted();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>Conversations over HTTP.</summary>
public static class ConversationEndpoints
{
    /// <summary>Maps them below <c>/api/v1</c>.</summary>
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/conversations").WithTags("Conversations").RequireAuthorization(ApiPolicies.Operator);
        all.MapGet("", InboxEndpoint.List).WithName("ListConversations");
        all.MapGet("/counts", InboxEndpoint.Count).WithName("CountConversations");

        var one = all.MapGroup("/{id:guid}");
        one.MapGet("", Get).WithName("GetConversation");
        one.MapGet("/export", ConversationExport.Download).WithName("ExportConversation").Produces<ConversationExportBody>();
        one.MapPost("/claim", Claim).WithName("ClaimConversation");
        one.MapPost("/release", Release).WithName("ReleaseConversation");
        one.MapPost("/ask", Ask).WithName("AskForConversation");
        one.MapPost("/transfer", Transfer).WithName("TransferConversation");
        one.MapPost("/read", Read).WithName("ReadConversation");
        one.MapPost("/close", Close).WithName("CloseConversation");
        one.MapPost("/reopen", Reopen).WithName("ReopenConversation");
        one.MapPost("/snooze", Snooze).WithName("SnoozeConversation");
        one.MapPost("/labels", Label).WithName("LabelConversation");
        MessageEndpoints.Map(one);
    }

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Get(
        Guid id, ConversationBodies bodies, CancellationToken cancellationToken) =>
        await bodies.FindAsync(new ConversationId(id), cancellationToken) is { } body
            ? TypedResults.Ok(body)
            : Problem.NotFound("conversation");

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Claim(
        Guid id, CurrentOperator me, Claims claims, CancellationToken cancellationToken) =>
        (await claims.ClaimAsync(new ConversationId(id), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Release(
        Guid id, CurrentOperator me, Claims claims, CancellationToken cancellationToken) =>
        (await claims.ReleaseAsync(new ConversationId(id), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Ask(
        Guid id, CurrentOperator me, Claims claims, CancellationToken cancellationToken) =>
        (await claims.AskAsync(new ConversationId(id), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Transfer(
        Guid id, TransferRequest request, CurrentOperator me, Claims claims, CancellationToken cancellationToken) =>
        request.OperatorId is { } to
            ? (await claims.TransferAsync(new ConversationId(id), me, to, request.Note, cancellationToken)).ToOk()
            : Problem.Invalid("operatorId", "Name the operator to hand it to.");

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Read(
        Guid id, ConversationStates states, CancellationToken cancellationToken) =>
        (await states.ReadAsync(new ConversationId(id), cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Close(
        Guid id, CurrentOperator me, ConversationStates states, CancellationToken cancellationToken) =>
        (await states.CloseAsync(new ConversationId(id), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Reopen(
        Guid id, CurrentOperator me, ConversationStates states, CancellationToken cancellationToken) =>
        (await states.ReopenAsync(new ConversationId(id), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Snooze(
        Guid id, SnoozeRequest request, CurrentOperator me, ConversationStates states, CancellationToken cancellationToken) =>
        request.Until is { } until
            ? (await states.SnoozeAsync(new ConversationId(id), me, until, cancellationToken)).ToOk()
            : Problem.Invalid("until", "Say until when.");

    private static async Task<Results<Ok<ConversationBody>, ProblemHttpResult>> Label(
        Guid id, LabelsRequest request, ConversationStates states, CancellationToken cancellationToken) =>
        (await states.LabelAsync(new ConversationId(id), request, cancellationToken)).ToOk();
}

/// <summary>Who shall have it, and what to tell them.</summary>
public sealed record TransferRequest(OperatorId? OperatorId, string? Note);

/// <summary>Until when it is put away.</summary>
public sealed record SnoozeRequest(DateTimeOffset? Until);

/// <summary>Labels to put on and to take off.</summary>
public sealed record LabelsRequest(IReadOnlyList<string?>? Add, IReadOnlyList<string?>? Remove);

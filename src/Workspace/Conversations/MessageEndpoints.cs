using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;
using Rozmova.Workspace.Scheduling;

namespace Rozmova.Workspace.Conversations;

/// <summary>The entries of one conversation over HTTP.</summary>
internal static class MessageEndpoints
{
    public static void Map(RouteGroupBuilder conversation)
    {
        var messages = conversation.MapGroup("/messages").WithTags("Messages");
        messages.MapGet("", MessagePages.List).WithName("ListMessages");
        messages.MapPost("", Post).WithName("PostMessage").WithIdempotency();
        messages.MapPatch("/{messageId:guid}", Edit).WithName("EditMessage");
        messages.MapDelete("/{messageId:guid}", Delete).WithName("DeleteMessage");
        messages.MapPut("/{messageId:guid}/reaction", React).WithName("ReactToMessage");
        messages.MapPost("/{messageId:guid}/retry", Retry).WithName("RetryMessage");
        messages.MapGet("/{messageId:guid}/earlier", EarlierWordsEndpoint.List).WithName("ListEarlierWords");
        conversation.MapPost("/typing", ShowTyping).WithTags("Messages").WithName("ShowTyping");
    }

    /// <summary>Now, or with <c>sendAt</c> later: then the answer is what waits.</summary>
    private static async Task<Results<Accepted<MessageBody>, Created<ScheduledMessageBody>, ProblemHttpResult>> Post(
        Guid id, PostMessageRequest request, CurrentOperator me, AnswerMemory? memory, Posting posting, Schedule schedule,
        CancellationToken cancellationToken)
    {
        var conversation = new ConversationId(id);
        if (request.SendAt is null)
        {
            var posted = await posting.PostAsync(conversation, me, request, memory, cancellationToken);
            return posted.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Accepted((string?)null, posted.Value);
        }

        var scheduled = await schedule.AddAsync(conversation, me, request, memory, cancellationToken);
        return scheduled.Value is { } waiting
            ? TypedResults.Created($"/api/v1/conversations/{id}/scheduled/{waiting.Id}", waiting)
            : scheduled.Refusal!.ToProblem();
    }

    private static async Task<Results<Ok<MessageBody>, ProblemHttpResult>> Edit(
        Guid id, Guid messageId, EditMessageRequest request, CurrentOperator me, SentMessages sent, CancellationToken cancellationToken) =>
        (await sent.EditAsync(new ConversationId(id), new MessageId(messageId), me, request.Content, cancellationToken)).ToOk();

    private static async Task<Results<Ok<MessageBody>, ProblemHttpResult>> Delete(
        Guid id, Guid messageId, CurrentOperator me, SentMessages sent, CancellationToken cancellationToken) =>
        (await sent.DeleteAsync(new ConversationId(id), new MessageId(messageId), me, cancellationToken)).ToOk();

    private static async Task<Results<Ok<MessageBody>, ProblemHttpResult>> React(
        Guid id, Guid messageId, ReactionRequest request, CurrentOperator me, OwnReactions reactions, CancellationToken cancellationToken) =>
        (await reactions.ReactAsync(new ConversationId(id), new MessageId(messageId), me, request.Emoji, cancellationToken)).ToOk();

    private static async Task<Results<Accepted<MessageBody>, ProblemHttpResult>> Retry(
        Guid id, Guid messageId, CurrentOperator me, Retries retries, CancellationToken cancellationToken) =>
        (await retries.RetryAsync(new ConversationId(id), new MessageId(messageId), me, cancellationToken)).ToAccepted();

    private static async Task<Results<NoContent, ProblemHttpResult>> ShowTyping(
        Guid id, CurrentOperator me, TypingNotices typing, CancellationToken cancellationToken) =>
        await typing.ShowAsync(new ConversationId(id), me, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.NotFound("conversation");
}

/// <summary>Our reaction; null takes it back.</summary>
public sealed record ReactionRequest(string? Emoji);

/// <summary>What a message shall say instead.</summary>
public sealed record EditMessageRequest(ContentBody? Content);

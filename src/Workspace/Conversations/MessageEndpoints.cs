using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Api.Idempotency;

namespace Rozmova.Workspace.Conversations;

/// <summary>The entries of one conversation over HTTP.</summary>
internal static class MessageEndpoints
{
    public static void Map(RouteGroupBuilder conversation)
    {
        var messages = conversation.MapGroup("/messages").WithTags("Messages");
        messages.MapGet("", List).WithName("ListMessages");
        messages.MapPost("", Post).WithName("PostMessage").WithIdempotency();
        messages.MapPatch("/{messageId:guid}", Edit).WithName("EditMessage");
        messages.MapDelete("/{messageId:guid}", Delete).WithName("DeleteMessage");
        messages.MapPut("/{messageId:guid}/reaction", React).WithName("ReactToMessage");
        messages.MapPost("/{messageId:guid}/retry", Retry).WithName("RetryMessage");
        conversation.MapPost("/typing", ShowTyping).WithTags("Messages").WithName("ShowTyping");
    }

    /// <summary>The newest page first, each page oldest to newest.</summary>
    private static async Task<Results<Ok<Page<MessageBody>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageQuery page, IConversationStore conversations, CancellationToken cancellationToken)
    {
        var list = $"messages {id}";
        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(list, 3, out var place, out problem))
        {
            return problem!;
        }

        var conversation = new ConversationId(id);
        var messages = await conversations.ListMessagesAsync(conversation, ToCursor(place), limit + 1, cancellationToken);
        if (messages.Count == 0 && await conversations.FindAsync(conversation, cancellationToken) is null)
        {
            return Problem.NotFound("conversation");
        }

        var shown = messages.Skip(messages.Count > limit ? 1 : 0).ToList();
        return TypedResults.Ok(new Page<MessageBody>(
            [.. shown.Select(message => message.ToBody())],
            messages.Count > limit ? CursorOf(list, shown[0]) : null));
    }

    private static async Task<Results<Accepted<MessageBody>, ProblemHttpResult>> Post(
        Guid id, PostMessageRequest request, CurrentOperator me, AnswerMemory? memory, Posting posting,
        CancellationToken cancellationToken) =>
        (await posting.PostAsync(new ConversationId(id), me, request, memory, cancellationToken)).ToAccepted();

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

    private static MessageCursor? ToCursor(string[] place) => place is [var time, var sequence, var seq]
        ? new MessageCursor(new ReadingOrder(new DateTimeOffset(Number(time), TimeSpan.Zero), Number(sequence)), Number(seq))
        : null;

    private static string CursorOf(string list, Message oldest) =>
        Paging.Write(list, Text(oldest.Order.Time.UtcTicks), Text(oldest.Order.Sequence), Text(oldest.Seq));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Our reaction; null takes it back.</summary>
public sealed record ReactionRequest(string? Emoji);

/// <summary>What a message shall say instead.</summary>
public sealed record EditMessageRequest(ContentBody? Content);

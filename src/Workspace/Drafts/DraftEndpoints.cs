using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Drafts;

/// <summary>The caller's own draft of a conversation over HTTP. One that was never written is empty.</summary>
public static class DraftEndpoints
{
    private const int LongestText = 100_000;
    private const int MostFiles = 20;

    /// <summary>Maps it below <c>/api/v1</c>.</summary>
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        var draft = api.MapGroup("/conversations/{id:guid}/draft").WithTags("Drafts").RequireAuthorization(ApiPolicies.Operator);
        draft.MapGet("", Get).WithName("GetDraft");
        draft.MapPut("", Put).WithName("PutDraft");
        draft.MapDelete("", Delete).WithName("DeleteDraft");
    }

    private static async Task<Results<Ok<DraftBody>, ProblemHttpResult>> Get(
        Guid id, CurrentOperator me, IDraftStore drafts, IConversationStore conversations, IMediaStore media,
        CancellationToken cancellationToken)
    {
        var conversation = new ConversationId(id);
        if (await drafts.FindAsync(me.Id, conversation, cancellationToken) is { } draft)
        {
            return TypedResults.Ok(DraftBody.Of(draft, await media.ListReadyAsync(draft.Files, cancellationToken)));
        }

        return await conversations.FindAsync(conversation, cancellationToken) is null
            ? Problem.NotFound("conversation")
            : TypedResults.Ok(DraftBody.Empty);
    }

    private static async Task<Results<Ok<DraftBody>, ProblemHttpResult>> Put(
        Guid id, DraftRequest request, CurrentOperator me, IDraftStore drafts, IConversationStore conversations, IMediaStore media,
        PassThroughRules rules, ITransactions transactions, TimeProvider time, CancellationToken cancellationToken)
    {
        if (FindMistake(request) is { } mistake)
        {
            return mistake;
        }

        var conversation = new ConversationId(id);
        if (await conversations.FindAsync(conversation, cancellationToken) is not { Conversation.ChannelId: var channel })
        {
            return Problem.NotFound("conversation");
        }

        if (await rules.FindObjectionAsync(channel, "A draft would be.", cancellationToken) is { } objection)
        {
            return objection.ToProblem();
        }

        IReadOnlyList<MediaId> named = [.. (request.MediaIds ?? []).Distinct()];
        var files = await media.ListReadyAsync(named, cancellationToken);
        if (files.Count < named.Count)
        {
            return Problem.Invalid("mediaIds", "There is no such file.");
        }

        var draft = new Draft
        {
            OperatorId = me.Id,
            ConversationId = conversation,
            Text = request.Text ?? "",
            IsNote = request.Mode == DraftMode.Note,
            ReplyTo = request.ReplyTo,
            Files = named,
            UpdatedAt = time.GetStoredNow(),
        };
        await transactions.WriteAsync(
            async transaction =>
            {
                await (draft.IsEmpty
                    ? drafts.RemoveAsync(transaction, me.Id, conversation)
                    : drafts.SaveAsync(transaction, draft));
                return draft;
            },
            cancellationToken);
        return TypedResults.Ok(DraftBody.Of(draft, files));
    }

    private static async Task<NoContent> Delete(
        Guid id, CurrentOperator me, IDraftStore drafts, ITransactions transactions, CancellationToken cancellationToken)
    {
        await transactions.WriteAsync(
            async transaction =>
            {
                await drafts.RemoveAsync(transaction, me.Id, new ConversationId(id));
                return true;
            },
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult? FindMistake(DraftRequest request) => request switch
    {
        { Text.Length: > LongestText } => Problem.Invalid("text", $"A draft has at most {LongestText} characters."),
        { Text: { } text } when text.Contains('\0') => Problem.Invalid("text", "No text contains the character 0."),
        { MediaIds.Count: > MostFiles } => Problem.Invalid("mediaIds", $"A draft has at most {MostFiles} files."),
        _ => null,
    };
}

/// <summary>What a draft becomes.</summary>
public enum DraftMode
{
    /// <summary>A reply to the customer.</summary>
    Reply = 1,

    /// <summary>A note between operators.</summary>
    Note = 2,
}

/// <summary>A draft to keep; what is absent is empty.</summary>
public sealed record DraftRequest(string? Text, DraftMode? Mode, MessageId? ReplyTo, IReadOnlyList<MediaId>? MediaIds)
{
    /// <summary>Names the type only: a record prints its members, and these are somebody's words.</summary>
    public override string ToString() => nameof(DraftRequest);
}

/// <summary>A draft as the API shows it. <paramref name="UpdatedAt"/> is null where nothing was written yet.</summary>
public sealed record DraftBody(
    string Text, DraftMode Mode, MessageId? ReplyTo, IReadOnlyList<MediaBody> Files, DateTimeOffset? UpdatedAt)
{
    internal static DraftBody Empty { get; } = new("", DraftMode.Reply, null, [], null);

    internal static DraftBody Of(Draft draft, IEnumerable<MediaFile> files) => new(
        draft.Text, draft.IsNote ? DraftMode.Note : DraftMode.Reply, draft.ReplyTo, [.. files.Select(MediaBody.Of)], draft.UpdatedAt);

    /// <summary>Names the type only: a record prints its members, and these are somebody's words.</summary>
    public override string ToString() => nameof(DraftBody);
}

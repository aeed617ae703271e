using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>What a message said until it was edited.</summary>
public sealed record EarlierWords(string Text, DateTimeOffset Until)
{
    /// <summary>Names the time only: the rest is somebody's words.</summary>
    public override string ToString() => $"{nameof(EarlierWords)} until {Until:O}";
}

/// <summary>The versions of a message before the present one. A message taken back has none.</summary>
internal static class EarlierWordsEndpoint
{
    public static async Task<Results<Ok<Page<EarlierWords>>, ProblemHttpResult>> List(
        Guid id, Guid messageId, IConversationStore conversations, CancellationToken cancellationToken) =>
        await conversations.FindMessageAsync(new MessageId(messageId), cancellationToken) is { } message
            && message.ConversationId == new ConversationId(id)
                ? TypedResults.Ok(new Page<EarlierWords>(await conversations.ListEarlierWordsAsync(message.Id, cancellationToken), null))
                : Problem.NotFound("message");
}

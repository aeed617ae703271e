using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Conversations;

namespace Rozmova.Workspace.Contacts;

/// <summary>What was said with a person on all of their platforms, as one: the newest page first, each page oldest to newest.</summary>
internal static class TimelineEndpoint
{
    public static async Task<Results<Ok<Page<MessageBody>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageQuery page, IContactStore contacts, IConversationStore conversations, CancellationToken cancellationToken)
    {
        var list = $"timeline {id}";
        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(list, 2, out var place, out problem))
        {
            return problem!;
        }

        var contact = new ContactId(id);
        var messages = await conversations.ListTimelineAsync(contact, ToCursor(place), limit + 1, cancellationToken);
        if (messages.Count == 0 && await contacts.FindAsync(contact, cancellationToken) is null)
        {
            return Problem.NotFound("contact");
        }

        var shown = messages.Skip(messages.Count > limit ? 1 : 0).ToList();
        return TypedResults.Ok(new Page<MessageBody>(
            [.. shown.Select(message => message.ToBody())], messages.Count > limit ? Write(list, TimelineCursor.Of(shown[0])) : null));
    }

    private static TimelineCursor? ToCursor(string[] place) => place is [var at, var id]
        ? new TimelineCursor(
            new DateTimeOffset(long.Parse(at, CultureInfo.InvariantCulture), TimeSpan.Zero), new MessageId(Guid.Parse(id)))
        : null;

    private static string Write(string list, TimelineCursor place) =>
        Paging.Write(list, place.At.UtcTicks.ToString(CultureInfo.InvariantCulture), place.Id.ToString());
}

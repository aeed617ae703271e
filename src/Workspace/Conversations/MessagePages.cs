using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>Reads a conversation page by page, each from old to new: from its newest entry back, or from any place both ways.</summary>
internal static class MessagePages
{
    /// <summary>The newest page, the page around a message or a moment, or the one a cursor leads to.</summary>
    public static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> List(
        Guid id, [AsParameters] PageQuery page, string? around, IConversationStore conversations, CancellationToken cancellationToken)
    {
        if (!page.TryReadLimit(out var limit, out var problem))
        {
            return problem!;
        }

        var reader = new Reader(new ConversationId(id), limit, conversations);
        if (page.TryReadCursor(reader.Newer, 3, out var place, out _) && place.Length > 0)
        {
            return TypedResults.Ok(await reader.ReadAfterAsync(ToCursor(place), cancellationToken));
        }

        if (!page.TryReadCursor(reader.Older, 3, out place, out problem))
        {
            return problem!;
        }

        if (place.Length == 0 && around is not null)
        {
            return await ReadAroundAsync(reader, around, conversations, cancellationToken);
        }

        var messages = await reader.ReadBeforeAsync(place.Length == 0 ? null : ToCursor(place), cancellationToken);
        return messages.Items.Count == 0 && await conversations.FindAsync(reader.Id, cancellationToken) is null
            ? Problem.NotFound("conversation")
            : TypedResults.Ok(messages);
    }

    private static async Task<Results<Ok<MessagePage>, ProblemHttpResult>> ReadAroundAsync(
        Reader reader, string around, IConversationStore conversations, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(around, out var id))
        {
            return await conversations.FindMessageAsync(new MessageId(id), cancellationToken) is { } message
                && message.ConversationId == reader.Id
                    ? TypedResults.Ok(await reader.ReadAroundAsync(new MessageCursor(message.Order, message.Seq), cancellationToken))
                    : Problem.NotFound("message");
        }

        if (!DateTimeOffset.TryParse(around, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return Problem.Invalid("around", "This is neither the id of a message nor a moment.");
        }

        var place = new MessageCursor(new ReadingOrder(moment.ToUniversalTime(), long.MinValue), 0);
        return TypedResults.Ok(await reader.ReadAroundAsync(place, cancellationToken));
    }

    private static MessageCursor ToCursor(string[] place) =>
        new(new ReadingOrder(new DateTimeOffset(Number(place[0]), TimeSpan.Zero), Number(place[1])), Number(place[2]));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>One more entry than asked for is read each time: it tells whether there is another page.</summary>
    private sealed class Reader(ConversationId id, int limit, IConversationStore conversations)
    {
        public ConversationId Id => id;

        /// <summary>The list a cursor to older entries is of.</summary>
        public string Older => $"messages {id}";

        /// <summary>The list a cursor to newer entries is of.</summary>
        public string Newer => $"messages {id} newer";

        public async ValueTask<MessagePage> ReadBeforeAsync(MessageCursor? before, CancellationToken cancellationToken)
        {
            var older = await conversations.ListMessagesAsync(id, before, limit + 1, cancellationToken);
            var shown = older.Skip(older.Count > limit ? 1 : 0).ToList();
            return PageOf(shown, older.Count > limit, hasNewer: false);
        }

        public async ValueTask<MessagePage> ReadAfterAsync(MessageCursor after, CancellationToken cancellationToken)
        {
            var newer = await conversations.ListMessagesAfterAsync(id, after, limit + 1, cancellationToken);
            return PageOf([.. newer.Take(limit)], hasOlder: newer.Count > 0, newer.Count > limit);
        }

        public async ValueTask<MessagePage> ReadAroundAsync(MessageCursor place, CancellationToken cancellationToken)
        {
            var half = limit / 2;
            var older = await conversations.ListMessagesAsync(id, place, half + 1, cancellationToken);
            var newer = await conversations.ListMessagesAfterAsync(
                id, place with { Seq = place.Seq - 1 }, limit - half + 1, cancellationToken);
            List<Message> shown = [.. older.Skip(older.Count > half ? 1 : 0), .. newer.Take(limit - half)];
            return PageOf(shown, older.Count > half, newer.Count > limit - half);
        }

        private MessagePage PageOf(List<Message> shown, bool hasOlder, bool hasNewer) => new(
            [.. shown.Select(message => message.ToBody())],
            hasOlder && shown is [var oldest, ..] ? CursorOf(Older, oldest) : null,
            hasNewer && shown is [.., var newest] ? CursorOf(Newer, newest) : null);

        private static string CursorOf(string list, Message message) =>
            Paging.Write(list, Text(message.Order.Time.UtcTicks), Text(message.Order.Sequence), Text(message.Seq));

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>
/// Entries from old to new. <paramref name="Next"/> leads to older ones; <paramref name="Previous"/> to newer ones, where the page does
/// not end with the newest.
/// </summary>
public sealed record MessagePage(
    IReadOnlyList<MessageBody> Items, string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Previous);

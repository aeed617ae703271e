using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;

namespace Rozmova.Workspace.Conversations;

/// <summary>What the inbox is asked for, as it stands in the address.</summary>
internal readonly record struct InboxQuery(
    string? Status, string? ClaimedBy, string? Platform, string? ChannelId, string? Label, string? Q)
{
    public bool TryRead(CurrentOperator me, [NotNullWhen(true)] out ConversationFilter? filter, out ProblemHttpResult? problem)
    {
        filter = null;
        problem = null;
        if (new[] { Platform, Label, Q }.Any(value => value?.Contains('\0') == true))
        {
            problem = Problem.Invalid("q", "No text contains the character 0.");
            return false;
        }

        ConversationStatus? status = null;
        if (Status is not null)
        {
            if (!Enum.TryParse<ConversationStatus>(Status, ignoreCase: true, out var known) || char.IsAsciiDigit(Status[0]))
            {
                problem = Problem.Invalid("status", "A status is open, pending, snoozed or closed.");
                return false;
            }

            status = known;
        }

        Guid channel = default, holder = default;
        if (ChannelId is not null && !Guid.TryParse(ChannelId, out channel))
        {
            problem = Problem.Invalid("channelId", "This is not an id.");
            return false;
        }

        if (ClaimedBy is not (null or "me" or "none") && !Guid.TryParse(ClaimedBy, out holder))
        {
            problem = Problem.Invalid("claimedBy", "This is me, none or the id of an operator.");
            return false;
        }

        filter = new ConversationFilter
        {
            Status = status,
            ClaimedBy = ClaimedBy switch
            {
                null or "none" => null,
                "me" => me.Id,
                _ => new OperatorId(holder),
            },
            Unclaimed = ClaimedBy == "none",
            Platform = Platform,
            ChannelId = ChannelId is null ? null : new ChannelId(channel),
            Label = Label,
            Query = string.IsNullOrWhiteSpace(Q) ? null : Q,
        };
        return true;
    }
}

/// <summary>The inbox, newest activity first.</summary>
internal static class InboxEndpoint
{
    public static async Task<Results<Ok<Page<ConversationBody>>, ProblemHttpResult>> List(
        [AsParameters] InboxQuery query, [AsParameters] PageQuery page, CurrentOperator me, IConversationStore conversations,
        ConversationBodies bodies, TimeProvider time, CancellationToken cancellationToken) =>
        query.TryRead(me, out var filter, out var problem)
            ? await ReadPageAsync(filter, page, conversations, bodies, time, cancellationToken)
            : problem!;

    public static async Task<Results<Ok<Page<ConversationBody>>, ProblemHttpResult>> ReadPageAsync(
        ConversationFilter filter, PageQuery page, IConversationStore conversations, ConversationBodies bodies, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var list = $"conversations {filter}";
        if (!page.TryReadLimit(out var limit, out var problem) || !page.TryReadCursor(list, 2, out var place, out problem))
        {
            return problem!;
        }

        ConversationCursor? after = place is [var at, var last]
            ? new ConversationCursor(
                new DateTimeOffset(long.Parse(at, CultureInfo.InvariantCulture), TimeSpan.Zero), new ConversationId(Guid.Parse(last)))
            : null;
        var rows = await conversations.ListAsync(filter, time.GetUtcNow(), after, limit + 1, cancellationToken);
        var items = new List<ConversationBody>(limit);
        foreach (var row in rows.Take(limit))
        {
            items.Add(await bodies.OfAsync(row, cancellationToken));
        }

        return TypedResults.Ok(new Page<ConversationBody>(items, rows.Count > limit ? CursorOf(list, items[^1]) : null));
    }

    private static string CursorOf(string list, ConversationBody last) =>
        Paging.Write(list, last.UpdatedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), last.Id.ToString());
}

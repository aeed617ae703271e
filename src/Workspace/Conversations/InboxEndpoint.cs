using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rozmova.Messaging;
using Rozmova.Workspace.Api;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Conversations;

/// <summary>What the inbox is asked for, as it stands in the address.</summary>
internal readonly record struct InboxQuery(
    string? Status, string? ClaimedBy, string? Platform, string? ChannelId, string? Label, string? Waiting, string? Sort, string? Q)
{
    /// <summary>Ten years, in minutes: longer is no other question.</summary>
    private const int LongestWait = 5_259_600;

    public bool TryRead(
        CurrentOperator me, ChannelDirectory channels, [NotNullWhen(true)] out ConversationFilter? filter, out ProblemHttpResult? problem)
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

        var order = ConversationOrder.Newest;
        if (Sort is not null && (!Enum.TryParse(Sort, ignoreCase: true, out order) || char.IsAsciiDigit(Sort[0])))
        {
            problem = Problem.Invalid("sort", "An order is newest, oldest, waiting or unread.");
            return false;
        }

        int? waiting = null;
        if (Waiting is not null)
        {
            if (!int.TryParse(Waiting, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            {
                problem = Problem.Invalid("waiting", "This is a number of minutes.");
                return false;
            }

            waiting = Math.Min(minutes, LongestWait);
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
            WaitingMinutes = waiting,
            Query = string.IsNullOrWhiteSpace(Q) ? null : Q,
            Among = string.IsNullOrWhiteSpace(Q) || SearchTerms.Parse(Q).Channel is not { } name ? null : Named(channels, name),
            Order = order,
        };
        return true;
    }

    private static List<ChannelId> Named(ChannelDirectory channels, string name) =>
        [.. channels.All
            .Where(channel => channel.Row.Platform.Equals(name, StringComparison.OrdinalIgnoreCase)
                || channel.Row.Name.Contains(name, StringComparison.CurrentCultureIgnoreCase))
            .Select(channel => channel.Row.Id)];
}

/// <summary>The inbox, newest activity first unless asked otherwise.</summary>
internal static class InboxEndpoint
{
    public static async Task<Results<Ok<Page<ConversationBody>>, ProblemHttpResult>> List(
        [AsParameters] InboxQuery query, [AsParameters] PageQuery page, CurrentOperator me, ChannelDirectory channels,
        IConversationStore conversations, ConversationBodies bodies, TimeProvider time, CancellationToken cancellationToken) =>
        query.TryRead(me, channels, out var filter, out var problem)
            ? await ReadPageAsync(filter, page, conversations, bodies, time, cancellationToken)
            : problem!;

    public static async Task<Ok<InboxCounts>> Count(
        CurrentOperator me, IConversationStore conversations, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await conversations.CountAsync(me.Id, time.GetUtcNow(), cancellationToken));

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
            ? new ConversationCursor(long.Parse(at, CultureInfo.InvariantCulture), new ConversationId(Guid.Parse(last)))
            : null;
        var rows = await conversations.ListAsync(filter, time.GetUtcNow(), after, limit + 1, cancellationToken);
        var items = new List<ConversationBody>(limit);
        foreach (var row in rows.Take(limit))
        {
            items.Add(await bodies.OfAsync(row, cancellationToken));
        }

        return TypedResults.Ok(new Page<ConversationBody>(items, rows.Count > limit ? CursorOf(list, rows[limit - 1]) : null));
    }

    private static string CursorOf(string list, ConversationRow last) =>
        Paging.Write(list, last.Place.ToString(CultureInfo.InvariantCulture), last.Conversation.Id.ToString());
}

using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;
using Rozmova.Workspace.Statistics;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>The screens of the private chat, read and rendered.</summary>
internal sealed class DeskScreens(
    ShownConversations shown, IConversationStore store, ConversationBodies bodies, IOperatorStore operators, StatsCounter statistics,
    OrderCards orders, DeskMemory memory, TimeProvider time)
{
    /// <summary>The screen an action leads to; null when there is none (any more).</summary>
    public async ValueTask<BotMessage?> RenderAsync(
        LiveDesk desk, DeskPerson person, DeskAction action, CancellationToken cancellationToken) => action switch
        {
            DeskAction.Home => await HomeAsync(desk, person, cancellationToken),
            DeskAction.ShowList list => await ListAsync(desk, person, list, cancellationToken),
            DeskAction.Users { Page: var page } => await UsersAsync(person, page, cancellationToken),
            DeskAction.Statistics => await StatisticsAsync(desk, person, cancellationToken),
            DeskAction.History page => Conversation(desk, person, await shown.FindAsync(desk, person.OperatorId, page, cancellationToken)),
            DeskAction.Snooze { Id: var id, Hours: 0 } => await shown.FindAsync(desk, id, cancellationToken) is { } conversation
                ? ConversationScreen.ChooseHours(conversation, person.Texts)
                : null,
            DeskAction.ChooseColleague choice => await ColleaguesAsync(desk, person, choice, cancellationToken),
            { Conversation: { } id } => await ConversationAsync(desk, person, id, cancellationToken),
            _ => null,
        };

    /// <summary>The newest page of a conversation; from then on its operator has seen it.</summary>
    private async ValueTask<BotMessage?> ConversationAsync(
        LiveDesk desk, DeskPerson person, ConversationId id, CancellationToken cancellationToken)
    {
        var found = await shown.FindAsync(desk, person.OperatorId, id, cancellationToken);
        if (found is { Entries: [.., var newest] })
        {
            await memory.PutSeenAsync(desk, person.OperatorId, id, newest.Message.Id, cancellationToken);
        }

        return Conversation(desk, person, found);
    }

    private BotMessage? Conversation(LiveDesk desk, DeskPerson person, ShownConversation? found) => found is null
        ? null
        : ConversationScreen.Render(found with { Order = orders.FindLine(found.Id, person.Texts) }, person, desk.Zone());

    private async ValueTask<BotMessage> HomeAsync(LiveDesk desk, DeskPerson person, CancellationToken cancellationToken)
    {
        var open = await memory.FindOpenAsync(desk, person.OperatorId, cancellationToken) is { } id
            ? await shown.FindAsync(desk, id, cancellationToken)
            : null;
        return HomeScreen.Render(person, open, await store.CountAsync(person.OperatorId, time.GetUtcNow(), cancellationToken));
    }

    private async ValueTask<BotMessage> ListAsync(
        LiveDesk desk, DeskPerson person, DeskAction.ShowList list, CancellationToken cancellationToken)
    {
        var rows = list.Kind switch
        {
            ListKind.Pinned => await ByIdAsync(
                desk, list.Page, await memory.ListPinnedAsync(desk, person.OperatorId, cancellationToken), cancellationToken),
            ListKind.HistoryOfMine => await ByIdAsync(
                desk, list.Page, await memory.ListHeldOnceAsync(desk, person.OperatorId, cancellationToken), cancellationToken),
            _ => await ByFilterAsync(FilterOf(desk, person, list.Kind), list.Page, cancellationToken),
        };
        var page = rows.Take(ListScreen.Length).ToList();
        return ListScreen.Render(person.Texts, list.Kind, list.Page, page, rows.Count > ListScreen.Length, person.OperatorId);
    }

    private static ConversationFilter FilterOf(LiveDesk desk, DeskPerson person, ListKind kind)
    {
        var served = new ConversationFilter { Among = desk.Row.ChannelIds is { Count: > 0 } channels ? channels : null };
        return kind switch
        {
            ListKind.Mine => served with { ClaimedBy = person.OperatorId },
            ListKind.Waiting => served with { Unclaimed = true, Status = ConversationStatus.Open, Order = ConversationOrder.Waiting },
            _ => served,
        };
    }

    /// <summary>Reads from the top down to this page: people leaf through a few pages, not through hundreds.</summary>
    private async ValueTask<IReadOnlyList<ConversationBody>> ByFilterAsync(
        ConversationFilter filter, int page, CancellationToken cancellationToken)
    {
        var skipped = page * ListScreen.Length;
        var rows = await store.ListAsync(filter, time.GetUtcNow(), null, skipped + ListScreen.Length + 1, cancellationToken);
        var found = new List<ConversationBody>();
        foreach (var row in rows.Skip(skipped))
        {
            found.Add(await bodies.OfAsync(row, cancellationToken));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<ConversationBody>> ByIdAsync(
        LiveDesk desk, int page, IReadOnlyList<ConversationId> ids, CancellationToken cancellationToken)
    {
        var found = new List<ConversationBody>();
        foreach (var id in ids.Skip(page * ListScreen.Length).Take(ListScreen.Length + 1))
        {
            if (await shown.FindAsync(desk, id, cancellationToken) is { } conversation)
            {
                found.Add(conversation);
            }
        }

        return found;
    }

    private async ValueTask<BotMessage> UsersAsync(DeskPerson person, int page, CancellationToken cancellationToken)
    {
        // Whoever waits for a decision comes first.
        var all = (await operators.ListAsync(cancellationToken)).OrderByDescending(one => one.Role == OperatorRole.Pending).ToList();
        var shownNow = all.Skip(page * UsersScreen.Length).Take(UsersScreen.Length).ToList();
        return UsersScreen.Render(person.Texts, page, shownNow, all.Count > (page + 1) * UsersScreen.Length);
    }

    private async ValueTask<BotMessage?> ColleaguesAsync(
        LiveDesk desk, DeskPerson person, DeskAction.ChooseColleague choice, CancellationToken cancellationToken)
    {
        if (await shown.FindAsync(desk, choice.Id, cancellationToken) is not { } conversation)
        {
            return null;
        }

        var others = (await operators.ListAsync(cancellationToken))
            .Where(one => one.IsActive && one.Id != conversation.Claim?.OperatorId).ToList();
        var page = others.Skip(choice.Page * UsersScreen.Length).Take(UsersScreen.Length).ToList();
        return ConversationScreen.ChooseColleague(
            conversation, person.Texts, choice.Page, page, others.Count > (choice.Page + 1) * UsersScreen.Length);
    }

    private async ValueTask<BotMessage> StatisticsAsync(LiveDesk desk, DeskPerson person, CancellationToken cancellationToken)
    {
        var zone = desk.Zone();
        var today = await statistics.CountAsync(LocalDays.Today(zone, time.GetUtcNow()), cancellationToken);
        return StatisticsScreen.Render(
            person.Texts, today, await statistics.CountWaitingAsync(person.ToCurrent(), zone, cancellationToken));
    }
}

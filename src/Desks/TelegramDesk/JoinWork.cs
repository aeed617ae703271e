using Microsoft.Extensions.Logging;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary><c>/start</c>: a stranger asks to join, a link ties an account, an operator gets the menu or the conversation they just took.</summary>
internal sealed class JoinWork(TelegramLinks links, DeskPeople people, DeskMemory memory, DeskWork work, ILogger<JoinWork> logger)
{
    private const char Tie = 'k';
    private const char Opening = 'o';

    /// <summary>What a link's <c>start</c> carries to tie an account.</summary>
    public static string PayloadOf(string token) => $"{Tie}{token}";

    public ValueTask StartAsync(
        LiveDesk desk, DeskPerson person, User user, string payload, CancellationToken cancellationToken) => (payload, person) switch
        {
            ([Tie, .. { Length: > 0 } token], _) => TieAsync(desk, person, token, cancellationToken),
            ([Opening, .. var id], { MayWork: true }) when DeskAction.Long(id) is { } conversation =>
                ShowAsync(desk, person, new DeskAction.Open(new ConversationId(conversation)), cancellationToken),
            (_, { MayWork: true }) => ShowAsync(desk, person, new DeskAction.Home(), cancellationToken),
            (_, { Operator: { Role: OperatorRole.Banned, Id: var id } }) => RefuseAsync(desk, person, id, cancellationToken),
            _ => AskAsync(desk, person, user, cancellationToken),
        };

    private async ValueTask TieAsync(LiveDesk desk, DeskPerson person, string token, CancellationToken cancellationToken)
    {
        var tied = await links.TakeAsync(token, person.Id, cancellationToken);
        var words = tied switch
        {
            { Tied: { } mine } => person.Texts.LinkTied(mine.Name),
            { Holder: { } holder } => person.Texts.LinkTaken(holder.Name),
            _ => person.Texts.LinkDead,
        };
        await SayAsync(desk, person.Id, new BotMessage(Html.Escape(words)), cancellationToken);
        if (tied.Tied is { IsActive: true })
        {
            await ShowAsync(desk, person, new DeskAction.Home(), cancellationToken);
        }
    }

    /// <summary>Admins are asked in private; where none can be, the log chat or the group is.</summary>
    private async ValueTask AskAsync(LiveDesk desk, DeskPerson person, User user, CancellationToken cancellationToken)
    {
        await SayAsync(desk, person.Id, new BotMessage(Html.Escape(person.Texts.AskedToJoin)), cancellationToken);
        if (person.Operator is not null)
        {
            return; // they asked before
        }

        var joining = await links.JoinAsync(person.Name, person.Id, cancellationToken);
        List<NewDeskTask> tasks = [];
        foreach (var admin in await people.ListAdminsAsync(cancellationToken))
        {
            if (await memory.FindLanguageAsync(desk, admin.TelegramUserId!.Value, cancellationToken) is not null)
            {
                var texts = await people.TextsOfAsync(desk, admin.TelegramUserId.Value, cancellationToken);
                tasks.Add(DeskTasks.OfSaying(admin.TelegramUserId.Value, UsersScreen.Request(texts, joining, user.Username)));
            }
        }

        if ((desk.LogChat() ?? (tasks.Count == 0 ? desk.Group() : null)) is { } chat)
        {
            tasks.Add(DeskTasks.OfLogging(chat, UsersScreen.Request(desk.Texts(), joining, user.Username)));
        }

        await work.AddAsync(desk.Row.Id, tasks, cancellationToken);
    }

    private async ValueTask RefuseAsync(LiveDesk desk, DeskPerson person, OperatorId id, CancellationToken cancellationToken)
    {
        logger.BannedRefused(desk.Row.Id, id);
        await SayAsync(desk, person.Id, new BotMessage(Html.Escape(person.Texts.Banned)), cancellationToken);
    }

    private ValueTask ShowAsync(LiveDesk desk, DeskPerson person, DeskAction action, CancellationToken cancellationToken) =>
        work.AddAsync(desk.Row.Id, [DeskTasks.OfShowing(person.Id, action)], cancellationToken);

    private ValueTask SayAsync(LiveDesk desk, long user, BotMessage said, CancellationToken cancellationToken) =>
        work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(user, said)], cancellationToken);
}

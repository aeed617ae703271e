using Microsoft.Extensions.Logging;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Does what pressed buttons ask for. Every press is answered, at once.</summary>
internal sealed class PressWork(
    DeskPeople people, DeskBot bot, DeskWork work, PrivateScreens screens, ConversationPresses conversations, RolePresses roles,
    ReplyWork replies, ILogger<PressWork> logger)
{
    public async ValueTask PerformAsync(LiveDesk desk, DeskPress press, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(desk, press.From!, cancellationToken);
        var toast = person.Objection is { } objection
            ? await RefuseAsync(desk, person, objection, cancellationToken)
            : DeskAction.Read(press.Data) is { } action && IsHere(press, person, action)
                ? await ActAsync(desk, person, press, action, body, cancellationToken)
                : new Toast(person.Texts.Stale, IsAlert: true);
        await bot.AnswerAsync(desk.Connection, press.Id!, toast, cancellationToken);
    }

    /// <summary>In a group only what belongs there: anything else would show a private screen to everybody.</summary>
    private static bool IsHere(DeskPress press, DeskPerson person, DeskAction action) =>
        press.Message?.Chat?.Id == person.Id || action is DeskAction.Take or DeskAction.SetRole;

    private async ValueTask<Toast> RefuseAsync(LiveDesk desk, DeskPerson person, string objection, CancellationToken cancellationToken)
    {
        if (person.Operator is { Role: OperatorRole.Banned } banned)
        {
            logger.BannedRefused(desk.Row.Id, banned.Id);
            if (desk.LogChat() is { } log)
            {
                var line = new BotMessage(Html.Escape(desk.Texts().LogBanned(banned.Name))) { Silent = true };
                await work.AddAsync(desk.Row.Id, [DeskTasks.OfLogging(log, line)], cancellationToken);
            }
        }

        return new Toast(objection, IsAlert: true);
    }

    private async ValueTask<Toast> ActAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, DeskAction action, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var texts = person.Texts;
        switch (action)
        {
            case DeskAction.Users or DeskAction.SetRole or DeskAction.Clear when !person.IsAdmin:
                return new Toast(texts.AdminsOnly, IsAlert: true);
            case DeskAction.SetRole change:
                return await roles.SetAsync(desk, person, press, change, cancellationToken);
            case DeskAction.Clear when desk.Group() is null:
                return new Toast(texts.NoGroup, IsAlert: true);
            case DeskAction.Clear:
                await work.AddAsync(desk.Row.Id, [DeskTasks.OfClear(person.Id)], cancellationToken);
                return new Toast(texts.Clear);
            case DeskAction.SendAnyway { Id: var id } when press.Message?.ReplyToMessage is { } message:
                await replies.SendAsync(desk, person, id, message, body, isSeen: true, cancellationToken);
                await bot.RemoveButtonsAsync(desk.Connection, person.Id, press.Message.MessageId, cancellationToken);
                return new Toast(null);
            case { Conversation: not null }:
                return await conversations.ActAsync(desk, person, press, action, cancellationToken);
            default:
                return await ShowAsync(desk, person, press, action, cancellationToken);
        }
    }

    private async ValueTask<Toast> ShowAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, DeskAction action, CancellationToken cancellationToken) =>
        await screens.ReplaceAsync(desk, person, press.Message!.MessageId, action, cancellationToken)
            ? new Toast(null)
            : new Toast(person.Texts.Stale, IsAlert: true);
}

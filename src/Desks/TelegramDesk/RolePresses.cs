using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Operators;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Approving is setting the role, by the same command as the console's.</summary>
internal sealed class RolePresses(OperatorChanges operators, IOperatorStore store, DeskWork work, DeskPeople people, DeskBot bot)
{
    /// <summary>By a button: the request says afterwards what was decided.</summary>
    public async ValueTask<Toast> SetAsync(
        LiveDesk desk, DeskPerson admin, DeskPress press, DeskAction.SetRole change, CancellationToken cancellationToken)
    {
        var (changed, objection) = await ChangeAsync(desk, admin, change.Id, change.Role, cancellationToken);
        if (changed is null)
        {
            return new Toast(objection, IsAlert: true);
        }

        await bot.ReplaceAsync(
            desk.Connection, press.Message!.Chat!.Id, press.Message.MessageId, UsersScreen.Decided(admin.Texts, changed), cancellationToken);
        return new Toast(admin.Texts.RoleSet(changed.Name, admin.Texts.Role(changed.Role)));
    }

    /// <summary>By a command that names the Telegram user. What to answer.</summary>
    public async ValueTask<BotMessage> SetAsync(
        LiveDesk desk, DeskPerson admin, long user, OperatorRole role, CancellationToken cancellationToken)
    {
        if (await people.FindOperatorAsync(user, cancellationToken) is not { } known)
        {
            return new BotMessage(Html.Escape(admin.Texts.NobodyOfThisId));
        }

        var (changed, objection) = await ChangeAsync(desk, admin, known.Id, role, cancellationToken);
        return changed is null ? new BotMessage(Html.Escape(objection)) : UsersScreen.Decided(admin.Texts, changed);
    }

    private async ValueTask<(Operator? Changed, string Objection)> ChangeAsync(
        LiveDesk desk, DeskPerson admin, OperatorId id, OperatorRole role, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(id, cancellationToken);
        var (changed, problem, _) = await operators.ChangeAsync(
            id, new OperatorChangeBody { Role = role }, admin.ToCurrent(), cancellationToken);
        if (changed is null)
        {
            return (null, admin.Texts.Refused(problem!.ProblemDetails.Detail ?? ""));
        }

        if (changed is { IsActive: true, TelegramUserId: { } user } && before is { IsActive: false })
        {
            var texts = await people.TextsOfAsync(desk, user, cancellationToken);
            await work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(user, new BotMessage(Html.Escape(texts.Approved)))], cancellationToken);
        }

        return (changed, "");
    }
}

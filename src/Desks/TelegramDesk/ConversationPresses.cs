using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Buttons of one conversation. What may be done is decided by the same commands as everywhere.</summary>
internal sealed class ConversationPresses(
    Claims claims, ConversationStates states, ShownConversations shown, PrivateScreens screens, DeskMemory memory, DeskWork work,
    DeskBot bot, TimeProvider time)
{
    public async ValueTask<Toast> ActAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, DeskAction action, CancellationToken cancellationToken)
    {
        var (id, texts, me) = (action.Conversation!.Value, person.Texts, person.ToCurrent());
        if (await shown.FindAsync(desk, id, cancellationToken) is not { } conversation)
        {
            return new Toast(texts.Gone, IsAlert: true);
        }

        return action switch
        {
            DeskAction.Take => await TakeAsync(desk, person, press, conversation, cancellationToken),
            DeskAction.TakeOver => await TakeOverAsync(desk, person, press, conversation, cancellationToken),
            DeskAction.Open => await OpenAsync(desk, person, press, conversation, new Toast(null), cancellationToken),
            DeskAction.Note => await NoteAsync(desk, person, conversation, cancellationToken),
            DeskAction.Files files => await FilesAsync(desk, person, files, cancellationToken),
            DeskAction.Pin => await PinAsync(desk, person, press, id, cancellationToken),
            DeskAction.MarkRead => await DoneAsync(
                desk, person, press, id, await states.ReadAsync(id, cancellationToken), texts.IsRead, cancellationToken),
            DeskAction.Close => await DoneAsync(
                desk, person, press, id, await states.CloseAsync(id, me, cancellationToken), texts.Closed, cancellationToken),
            DeskAction.Reopen => await DoneAsync(
                desk, person, press, id, await states.ReopenAsync(id, me, cancellationToken), texts.Reopened, cancellationToken),
            DeskAction.Release => await DoneAsync(
                desk, person, press, id, await claims.ReleaseAsync(id, me, cancellationToken), texts.Released, cancellationToken),
            DeskAction.Snooze { Hours: > 0 and var hours } => await DoneAsync(
                desk, person, press, id, await states.SnoozeAsync(id, me, time.GetStoredNow().AddHours(hours), cancellationToken),
                texts.Snoozed(hours), cancellationToken),
            DeskAction.Transfer { To: var to } => await TransferAsync(desk, person, press, id, to, cancellationToken),
            _ => await ShowAsync(desk, person, press, action, new Toast(null), cancellationToken),
        };
    }

    /// <summary>Claims it. Whoever is slower, or comes after the answer, is told so.</summary>
    private async ValueTask<Toast> TakeAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationBody conversation, CancellationToken cancellationToken)
    {
        var inGroup = press.Message!.Chat!.Id != person.Id;
        if (inGroup && conversation.Claim is null
            && NoticeStates.Of(conversation, await shown.ListNewestAsync(conversation.Id, cancellationToken))
                is (NoticeState.Answered, { } name))
        {
            return await OpenAsync(
                desk, person, press, conversation, new Toast(person.Texts.AlreadyAnswered(name), IsAlert: true), cancellationToken);
        }

        var claimed = await claims.ClaimAsync(conversation.Id, person.ToCurrent(), cancellationToken);
        return claimed.Value is { } mine
            ? await OpenAsync(desk, person, press, mine, new Toast(person.Texts.Yours), cancellationToken)
            : ToToast(claimed.Refusal!, person);
    }

    private async ValueTask<Toast> TakeOverAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationBody conversation, CancellationToken cancellationToken)
    {
        if (!person.IsAdmin)
        {
            return new Toast(person.Texts.AdminsOnly, IsAlert: true);
        }

        var taken = conversation.Claim is null
            ? await claims.ClaimAsync(conversation.Id, person.ToCurrent(), cancellationToken)
            : await claims.TransferAsync(conversation.Id, person.ToCurrent(), person.OperatorId, note: null, cancellationToken);
        return taken.Value is { } mine
            ? await OpenAsync(desk, person, press, mine, new Toast(person.Texts.Yours), cancellationToken)
            : ToToast(taken.Refusal!, person);
    }

    /// <summary>From here on what they write goes there. In a private chat the pressed message becomes the screen, else one is sent.</summary>
    private async ValueTask<Toast> OpenAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationBody conversation, Toast toast, CancellationToken cancellationToken)
    {
        await memory.RemoveNoteAsync(desk, person.OperatorId, cancellationToken);
        if (press.Message!.Chat!.Id != person.Id)
        {
            var link = await memory.FindLanguageAsync(desk, person.Id, cancellationToken) is null
                && await bot.FindUsernameAsync(desk.Connection, cancellationToken) is { } username
                    ? $"https://t.me/{username}?start=o{DeskAction.Short(conversation.Id.Value)}"
                    : null;
            await work.AddAsync(desk.Row.Id, [DeskTasks.OfShowing(person.Id, new DeskAction.Open(conversation.Id))], cancellationToken);
            return link is null ? toast : toast with { Url = link };
        }

        var before = await memory.FindOpenAsync(desk, person.OperatorId, cancellationToken);
        if (before != conversation.Id)
        {
            await memory.PutOpenAsync(desk, person.OperatorId, conversation.Id, cancellationToken);
            var keys = HomeScreen.WritingTo(person.Texts, conversation);
            await work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(person.Id, keys)], cancellationToken);
        }

        return await ShowAsync(desk, person, press, new DeskAction.Open(conversation.Id), toast, cancellationToken);
    }

    private async ValueTask<Toast> NoteAsync(
        LiveDesk desk, DeskPerson person, ConversationBody conversation, CancellationToken cancellationToken)
    {
        await memory.PutNoteAsync(desk, person.OperatorId, conversation.Id, cancellationToken);
        var prompt = new BotMessage(Html.Lines($"🗒 {Html.Bold(Titles.Of(conversation))}", Html.Escape(person.Texts.NotePrompt)))
        {
            Rows = [Keys.Row(Keys.Of(person.Texts.Cancel, new DeskAction.Open(conversation.Id)))],
        };
        await work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(person.Id, prompt)], cancellationToken);
        return new Toast(null);
    }

    private async ValueTask<Toast> FilesAsync(
        LiveDesk desk, DeskPerson person, DeskAction.Files files, CancellationToken cancellationToken)
    {
        var entries = await shown.ListUntilAsync(files.Id, files.Last, cancellationToken);
        NewDeskTask[] tasks =
        [
            .. entries.Where(entry => entry.HasFile)
                .Select(entry => DeskTasks.OfFile(files.Id, entry.Message.Id, person.Id, again: true)),
        ];
        await work.AddAsync(desk.Row.Id, tasks, cancellationToken);
        return new Toast(person.Texts.FilesComing(tasks.Length));
    }

    private async ValueTask<Toast> PinAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationId id, CancellationToken cancellationToken)
    {
        var pinned = await memory.TogglePinAsync(desk, person.OperatorId, id, cancellationToken);
        var toast = new Toast(pinned ? person.Texts.IsPinned : person.Texts.IsUnpinned);
        return await ShowAsync(desk, person, press, new DeskAction.Open(id), toast, cancellationToken);
    }

    private async ValueTask<Toast> TransferAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationId id, OperatorId to, CancellationToken cancellationToken)
    {
        var given = await claims.TransferAsync(id, person.ToCurrent(), to, note: null, cancellationToken);
        return await DoneAsync(
            desk, person, press, id, given, person.Texts.HandedTo(given.Value?.Claim?.Name ?? ""), cancellationToken);
    }

    private async ValueTask<Toast> DoneAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, ConversationId id, CommandResult<ConversationBody> result, string done,
        CancellationToken cancellationToken) =>
        result.Refusal is { } refusal
            ? ToToast(refusal, person)
            : await ShowAsync(desk, person, press, new DeskAction.Open(id), new Toast(done), cancellationToken);

    private async ValueTask<Toast> ShowAsync(
        LiveDesk desk, DeskPerson person, DeskPress press, DeskAction action, Toast toast, CancellationToken cancellationToken) =>
        await screens.ReplaceAsync(desk, person, press.Message!.MessageId, action, cancellationToken)
            ? toast
            : new Toast(person.Texts.Stale, IsAlert: true);

    private static Toast ToToast(Refusal refusal, DeskPerson person) => new(
        refusal is Refusal.ClaimedByOther { By.Name: var name } ? person.Texts.HeldByOther(name) : RefusalWords.Of(refusal, person.Texts),
        IsAlert: true);
}

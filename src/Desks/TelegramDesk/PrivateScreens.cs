using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// Puts screens into private chats. A conversation's leaves without its order where that is not known yet, and is completed once it is,
/// unless its person has gone on to another screen.
/// </summary>
internal sealed class PrivateScreens(
    DeskScreens screens, OrderCards orders, ShownConversations shown, DeskMemory memory, DeskPeople people, DeskBot bot)
{
    /// <summary>Sends the screen an action leads to. False when there is none (any more).</summary>
    public async ValueTask<bool> SendAsync(LiveDesk desk, DeskPerson person, DeskAction action, CancellationToken cancellationToken)
    {
        var due = await FindDueAsync(desk, action, cancellationToken);
        if (await screens.RenderAsync(desk, person, action, cancellationToken) is not { } screen)
        {
            return false;
        }

        var message = await bot.SendAsync(desk.Connection, person.Id, screen, cancellationToken);
        await FollowAsync(desk, person, message, due, cancellationToken);
        return true;
    }

    /// <summary>Makes it of a message that is there. False likewise.</summary>
    public async ValueTask<bool> ReplaceAsync(
        LiveDesk desk, DeskPerson person, long message, DeskAction action, CancellationToken cancellationToken)
    {
        var due = await FindDueAsync(desk, action, cancellationToken);
        if (await screens.RenderAsync(desk, person, action, cancellationToken) is not { } screen)
        {
            return false;
        }

        if (await memory.FindIncompleteAsync(desk, person.Id, cancellationToken) == message)
        {
            await memory.RemoveIncompleteAsync(desk, person.Id, cancellationToken);
        }

        var shownBy = await bot.ReplaceAsync(desk.Connection, person.Id, message, screen, cancellationToken);
        await FollowAsync(desk, person, shownBy, due, cancellationToken);
        return true;
    }

    /// <summary>The order is known now: shows the conversation with it, in the lane of the presses that could lead elsewhere.</summary>
    public async ValueTask CompleteAsync(
        LiveDesk desk, long user, long message, ConversationId id, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(desk, user, cancellationToken);
        if (!person.MayWork || await memory.FindIncompleteAsync(desk, user, cancellationToken) != message
            || await screens.RenderAsync(desk, person, new DeskAction.Open(id), cancellationToken) is not { } screen)
        {
            return;
        }

        await bot.EditAsync(desk.Connection, user, message, screen, cancellationToken);
        await memory.RemoveIncompleteAsync(desk, user, cancellationToken);
    }

    private async ValueTask<ConversationBody?> FindDueAsync(LiveDesk desk, DeskAction action, CancellationToken cancellationToken) =>
        action is DeskAction.Open { Id: var id } && await shown.FindAsync(desk, id, cancellationToken) is { } found && orders.IsDue(found)
            ? found
            : null;

    private async ValueTask FollowAsync(
        LiveDesk desk, DeskPerson person, long message, ConversationBody? due, CancellationToken cancellationToken)
    {
        if (due is not null)
        {
            await memory.PutIncompleteAsync(
                desk, person.Id, message, DeskTasks.OfOrder(due, (person.Id, message)), cancellationToken);
        }
    }
}

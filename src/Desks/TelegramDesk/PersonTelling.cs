using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>What private chats are told: screens that were asked for, and what happens in the conversations their person holds.</summary>
internal sealed class PersonTelling(
    DeskPeople people, PrivateScreens screens, ShownConversations shown, DeskMemory memory, DeskWork work, DeskBot bot)
{
    private const int MostLetters = 3500;
    private const int MostFiles = 5;

    /// <summary>Shows a screen as a new message. A conversation that is shown is the one that is open from now on.</summary>
    public async ValueTask ShowAsync(LiveDesk desk, long user, DeskAction action, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(desk, user, cancellationToken);
        if (!person.MayWork || (action is DeskAction.Users && !person.IsAdmin))
        {
            return;
        }

        if (action is DeskAction.Open { Id: var id } && await shown.FindAsync(desk, id, cancellationToken) is { } conversation)
        {
            await OpenAsync(desk, person, conversation, cancellationToken);
        }

        if (!await screens.SendAsync(desk, person, action, cancellationToken))
        {
            await bot.SendAsync(desk.Connection, user, new BotMessage(Html.Escape(person.Texts.Gone)), cancellationToken);
        }
    }

    /// <summary>
    /// Tells whoever holds a conversation of a new entry, without a sound. What they wrote here themselves they know; what they wrote
    /// elsewhere is repeated where it is open.
    /// </summary>
    public async ValueTask TellAsync(LiveDesk desk, long user, MessageId id, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(desk, user, cancellationToken);
        if (!person.MayWork || await shown.FindEntryAsync(id, cancellationToken) is not { } entry
            || await shown.FindAsync(desk, entry.Message.ConversationId, cancellationToken) is not { Claim: { } claim } conversation
            || claim.OperatorId != person.OperatorId)
        {
            return; // somebody else's by now
        }

        var isOpen = await memory.FindOpenAsync(desk, person.OperatorId, cancellationToken) == conversation.Id;
        var isOwn = entry.Message.Author.Kind == AuthorKind.Operator && entry.Message.Author.Id == person.OperatorId.Value;
        if (isOwn && (!isOpen || await memory.FindWrittenAsync(desk, id, cancellationToken) is not null))
        {
            return;
        }

        var told = await RenderAsync(desk, person, conversation, entry, isOpen, cancellationToken);
        var message = await bot.SendAsync(desk.Connection, user, told, cancellationToken);
        if (isOpen)
        {
            await memory.PutSeenAsync(desk, person.OperatorId, conversation.Id, id, cancellationToken);
        }

        await memory.PutShownAsync(desk, user, message, id, cancellationToken);
        if (entry.HasFile && entry.Message.Direction == MessageDirection.Inbound)
        {
            await work.AddAsync(desk.Row.Id, [DeskTasks.OfFile(conversation.Id, id, user)], cancellationToken);
        }
    }

    private async ValueTask<BotMessage> RenderAsync(
        LiveDesk desk, DeskPerson person, ConversationBody conversation, ShownEntry entry, bool isOpen, CancellationToken cancellationToken)
    {
        var name = await shown.FindNameAsync([entry], cancellationToken);
        var line = EntryText.HistoryLine(entry, Titles.Customer(conversation, name), person.Texts, desk.Zone(), MostLetters);
        return new BotMessage(isOpen ? line : Html.Lines($"💬 {Html.Bold(Titles.Of(conversation, name))}", line))
        {
            Silent = true,
            Rows = isOpen ? [] : [Keys.Row(Keys.Of(person.Texts.Open, new DeskAction.Open(conversation.Id)))],
        };
    }

    /// <summary>Says by the keys below the composer who gets what is written now, and sends the files that wait for an answer.</summary>
    private async ValueTask OpenAsync(LiveDesk desk, DeskPerson person, ConversationBody conversation, CancellationToken cancellationToken)
    {
        await bot.SendAsync(desk.Connection, person.Id, HomeScreen.WritingTo(person.Texts, conversation), cancellationToken);
        await memory.PutOpenAsync(desk, person.OperatorId, conversation.Id, cancellationToken);
        var newest = await shown.ListNewestAsync(conversation.Id, cancellationToken);
        var unanswered = newest.Reverse().TakeWhile(entry => entry.Direction != MessageDirection.Outbound)
            .Where(entry => entry.Direction == MessageDirection.Inbound);
        var files = (await shown.OfAsync(unanswered, cancellationToken)).Where(entry => entry.HasFile).Take(MostFiles).Reverse();
        await work.AddAsync(
            desk.Row.Id, [.. files.Select(entry => DeskTasks.OfFile(conversation.Id, entry.Message.Id, person.Id))], cancellationToken);
    }
}

using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Relay;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>Reads conversations for the screens: from the store, what passes through memory from there.</summary>
internal sealed class ShownConversations(
    ConversationBodies bodies, IConversationStore store, IDeskContents contents, DeskMemory memory)
{
    private const int Newest = 30;

    /// <summary>One of this desk's channels; null when there is none.</summary>
    public async ValueTask<ConversationBody?> FindAsync(LiveDesk desk, ConversationId id, CancellationToken cancellationToken) =>
        await bodies.FindAsync(id, cancellationToken) is { } found && desk.Row.Serves(found.Channel.Id) ? found : null;

    /// <summary>With its newest page.</summary>
    public async ValueTask<ShownConversation?> FindAsync(
        LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(desk, id, cancellationToken) is not { } found)
        {
            return null;
        }

        var newest = await store.ListMessagesAsync(id, null, ConversationScreen.Length + 1, cancellationToken);
        return await WithPageAsync(desk, who, found, newest, cancellationToken);
    }

    /// <summary>With the page before or after an entry.</summary>
    public async ValueTask<ShownConversation?> FindAsync(
        LiveDesk desk, OperatorId who, DeskAction.History page, CancellationToken cancellationToken)
    {
        if (await FindAsync(desk, page.Id, cancellationToken) is not { } found
            || await store.FindMessageAsync(page.From, cancellationToken) is not { } from || from.ConversationId != page.Id)
        {
            return null;
        }

        var place = new MessageCursor(from.Order, from.Seq);
        if (!page.Newer)
        {
            var older = await store.ListMessagesAsync(page.Id, place, ConversationScreen.Length + 1, cancellationToken);
            return await WithPageAsync(desk, who, found, older, cancellationToken) with { HasNewer = true };
        }

        var newer = await store.ListMessagesAfterAsync(page.Id, place, ConversationScreen.Length + 1, cancellationToken);
        var shown = await WithPageAsync(desk, who, found, [.. newer.Take(ConversationScreen.Length)], cancellationToken);
        return shown with { HasOlder = true, HasNewer = newer.Count > ConversationScreen.Length };
    }

    /// <summary>The page that ends with an entry.</summary>
    public async ValueTask<IReadOnlyList<ShownEntry>> ListUntilAsync(
        ConversationId id, MessageId last, CancellationToken cancellationToken) =>
        await store.FindMessageAsync(last, cancellationToken) is { } found && found.ConversationId == id
            ? await OfAsync(
                await store.ListMessagesAsync(
                    id, new MessageCursor(found.Order, found.Seq + 1), ConversationScreen.Length, cancellationToken),
                cancellationToken)
            : [];

    /// <summary>The newest entries, oldest first.</summary>
    public ValueTask<IReadOnlyList<Message>> ListNewestAsync(ConversationId id, CancellationToken cancellationToken) =>
        store.ListMessagesAsync(id, null, Newest, cancellationToken);

    /// <summary>An entry with what it says; null when there is none.</summary>
    public async ValueTask<ShownEntry?> FindEntryAsync(MessageId id, CancellationToken cancellationToken) =>
        await store.FindMessageAsync(id, cancellationToken) is { } message ? await OfAsync(message, cancellationToken) : null;

    /// <summary>Entries with what they say.</summary>
    public async ValueTask<IReadOnlyList<ShownEntry>> OfAsync(IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var shown = new List<ShownEntry>();
        foreach (var message in messages)
        {
            shown.Add(await OfAsync(message, cancellationToken));
        }

        return shown;
    }

    /// <summary>What the customer is called, also where that is stored nowhere; null where nobody knows.</summary>
    public async ValueTask<string?> FindNameAsync(IEnumerable<ShownEntry> entries, CancellationToken cancellationToken) =>
        entries.LastOrDefault(entry => entry.Message.Direction == MessageDirection.Inbound) is { } last
            ? await contents.FindNameAsync(last.Message, cancellationToken)
            : null;

    private async ValueTask<ShownEntry> OfAsync(Message message, CancellationToken cancellationToken)
    {
        var body = message.ToBody();
        var isOurs = message.Direction is MessageDirection.Event or MessageDirection.Note;
        return new ShownEntry(body, isOurs ? message.Content : await contents.FindContentAsync(body, cancellationToken));
    }

    /// <summary>One entry more than is shown tells whether there is an older page.</summary>
    private async ValueTask<ShownConversation> WithPageAsync(
        LiveDesk desk, OperatorId who, ConversationBody found, IReadOnlyList<Message> page, CancellationToken cancellationToken)
    {
        var entries = await OfAsync(page.TakeLast(ConversationScreen.Length), cancellationToken);
        return new ShownConversation(
            found, await FindNameAsync(entries, cancellationToken), entries, page.Count > ConversationScreen.Length, HasNewer: false,
            await memory.IsPinnedAsync(desk, who, found.Id, cancellationToken));
    }
}

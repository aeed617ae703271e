using System.Collections.Frozen;
using System.Text.Json;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Messaging;
using Rozmova.Workspace;
using Rozmova.Workspace.Desks;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// The group's messages about a conversation: the notice with the button, and the newest of those below it. Holds numbers only, never
/// what anybody wrote.
/// </summary>
internal sealed record NoticeMark
{
    /// <summary>The newest notice, and when it was sent.</summary>
    public long Notice { get; init; }

    public DateTimeOffset NoticeAt { get; init; }

    /// <summary>The entries it shows, by their seq.</summary>
    public long First { get; init; }

    public long Last { get; init; }

    /// <summary>What it looks like, to know whether it has to be edited.</summary>
    public string Look { get; init; } = "";

    /// <summary>Whether it shows an order.</summary>
    public bool ShowsOrder { get; init; }

    /// <summary>Whether it still waits for somebody.</summary>
    public bool Waits { get; init; }

    /// <summary>The newest silent message about a held conversation, when it was sent and what it shows.</summary>
    public long Later { get; init; }

    public DateTimeOffset LaterAt { get; init; }

    public long LaterFirst { get; init; }

    /// <summary>The newest entry the group was told of.</summary>
    public long Told { get; init; }

    /// <summary>All messages sent about it and not cleared, oldest first.</summary>
    public IReadOnlyList<long> Sent { get; init; } = [];
}

/// <summary>What the desk remembers, by name.</summary>
internal sealed class DeskMemory(IDeskMarks marks, DeskWork work, ITransactions transactions, TimeProvider time)
{
    private const string Notice = "notice";
    private const string Open = "open";
    private const string Note = "note";
    private const string Seen = "seen";
    private const string Language = "language";
    private const string Sent = "sent";
    private const string Shown = "shown";
    private const string Incomplete = "incomplete";
    private const string Pin = "pin:";
    private const string Held = "held:";

    /// <summary>For how long the group's messages about a conversation in which nothing happens are known.</summary>
    public static readonly TimeSpan NoticesKept = TimeSpan.FromDays(90);

    /// <summary>What grows with every message or claim. The rest is one for each person, or was asked for by them.</summary>
    public static readonly FrozenDictionary<string, TimeSpan> Kept = new Dictionary<string, TimeSpan>
    {
        [Notice] = NoticesKept,
        [Sent] = TimeSpan.FromDays(7), // by then Telegram repeats nothing, and nothing fails any more
        [Shown] = TimeSpan.FromDays(30),
        [$"{Held}*"] = TimeSpan.FromDays(365),
    }.ToFrozenDictionary();

    public async ValueTask<NoticeMark?> FindNoticeAsync(LiveDesk desk, ConversationId id, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk.Row.Id, Notice, id.ToString(), cancellationToken) is { } text
            ? JsonSerializer.Deserialize(text, DeskJson.Default.NoticeMark)
            : null;

    /// <summary>Together with the work it asks for.</summary>
    public ValueTask PutNoticeAsync(
        LiveDesk desk, ConversationId id, NoticeMark mark, IReadOnlyList<NewDeskTask> tasks, CancellationToken cancellationToken) =>
        PutAsync(desk, Notice, id.ToString(), JsonSerializer.Serialize(mark, DeskJson.Default.NoticeMark), tasks, cancellationToken);

    public async ValueTask<IReadOnlyList<(ConversationId Id, NoticeMark Mark)>> ListNoticesAsync(
        LiveDesk desk, CancellationToken cancellationToken) =>
        [.. (await marks.ListAsync(desk.Row.Id, Notice, cancellationToken))
            .Select(mark => (new ConversationId(Guid.Parse(mark.Name)), JsonSerializer.Deserialize(mark.Value, DeskJson.Default.NoticeMark)!))];

    /// <summary>The conversation that what an operator writes goes to.</summary>
    public async ValueTask<ConversationId?> FindOpenAsync(LiveDesk desk, OperatorId id, CancellationToken cancellationToken) =>
        ToConversation(await marks.FindAsync(desk.Row.Id, Open, id.ToString(), cancellationToken));

    /// <summary>Who has it open.</summary>
    public async ValueTask<IReadOnlyList<OperatorId>> ListOpenAsync(LiveDesk desk, ConversationId id, CancellationToken cancellationToken) =>
        [.. (await marks.ListByValueAsync(desk.Row.Id, Open, id.ToString(), cancellationToken))
            .Select(mark => new OperatorId(Guid.Parse(mark.Name)))];

    public ValueTask PutOpenAsync(LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken) =>
        PutAsync(desk, Open, who.ToString(), id.ToString(), cancellationToken);

    /// <summary>Whether the next text of an operator is a note, and in which conversation.</summary>
    public async ValueTask<ConversationId?> FindNoteAsync(LiveDesk desk, OperatorId id, CancellationToken cancellationToken) =>
        ToConversation(await marks.FindAsync(desk.Row.Id, Note, id.ToString(), cancellationToken));

    public ValueTask PutNoteAsync(LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken) =>
        PutAsync(desk, Note, who.ToString(), id.ToString(), cancellationToken);

    public ValueTask RemoveNoteAsync(LiveDesk desk, OperatorId id, CancellationToken cancellationToken) =>
        RemoveAsync(desk, Note, id.ToString(), cancellationToken);

    /// <summary>The newest entry of a conversation that an operator was shown here.</summary>
    public async ValueTask<MessageId?> FindSeenAsync(
        LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken) =>
        (await marks.FindAsync(desk.Row.Id, Seen, who.ToString(), cancellationToken))?.Split(' ') is [var conversation, var message]
            && conversation == id.ToString() ? new MessageId(Guid.Parse(message)) : null;

    public ValueTask PutSeenAsync(
        LiveDesk desk, OperatorId who, ConversationId id, MessageId message, CancellationToken cancellationToken) =>
        PutAsync(desk, Seen, who.ToString(), $"{id} {message}", cancellationToken);

    /// <summary>Pins it, or takes the pin out. Returns whether it is pinned now.</summary>
    public async ValueTask<bool> TogglePinAsync(LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken)
    {
        if (await IsPinnedAsync(desk, who, id, cancellationToken))
        {
            await RemoveAsync(desk, PinsOf(who), id.ToString(), cancellationToken);
            return false;
        }

        await PutAsync(desk, PinsOf(who), id.ToString(), "", cancellationToken);
        return true;
    }

    public async ValueTask<bool> IsPinnedAsync(LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk.Row.Id, PinsOf(who), id.ToString(), cancellationToken) is not null;

    public ValueTask<IReadOnlyList<ConversationId>> ListPinnedAsync(
        LiveDesk desk, OperatorId who, CancellationToken cancellationToken) => ListAsync(desk, PinsOf(who), cancellationToken);

    /// <summary>What an operator ever held, the latest first.</summary>
    public ValueTask<IReadOnlyList<ConversationId>> ListHeldOnceAsync(
        LiveDesk desk, OperatorId who, CancellationToken cancellationToken) => ListAsync(desk, HeldBy(who), cancellationToken);

    public ValueTask PutHeldAsync(LiveDesk desk, OperatorId who, ConversationId id, CancellationToken cancellationToken) =>
        PutAsync(desk, HeldBy(who), id.ToString(), "", cancellationToken);

    /// <summary>The language of somebody who has written to the bot in private; null for whoever never did.</summary>
    public ValueTask<string?> FindLanguageAsync(LiveDesk desk, long user, CancellationToken cancellationToken) =>
        marks.FindAsync(desk.Row.Id, Language, Name(user), cancellationToken);

    public ValueTask PutLanguageAsync(LiveDesk desk, long user, string code, CancellationToken cancellationToken) =>
        PutAsync(desk, Language, Name(user), code, cancellationToken);

    /// <summary>The message of a private chat that shows a conversation without its order yet; null when there is none.</summary>
    public async ValueTask<long?> FindIncompleteAsync(LiveDesk desk, long user, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk.Row.Id, Incomplete, Name(user), cancellationToken) is { } message ? Number(message) : null;

    /// <summary>Notes it, together with the work that completes it.</summary>
    public ValueTask PutIncompleteAsync(
        LiveDesk desk, long user, long message, NewDeskTask completing, CancellationToken cancellationToken) =>
        PutAsync(desk, Incomplete, Name(user), Name(message), [completing], cancellationToken);

    public ValueTask RemoveIncompleteAsync(LiveDesk desk, long user, CancellationToken cancellationToken) =>
        RemoveAsync(desk, Incomplete, Name(user), cancellationToken);

    /// <summary>What an operator's message became; null when it was not sent on yet.</summary>
    public async ValueTask<MessageId?> FindSentAsync(LiveDesk desk, long chat, long message, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk.Row.Id, Sent, SentName(chat, message), cancellationToken) is { } id ? new MessageId(Guid.Parse(id)) : null;

    /// <summary>The entry that a message of a private chat shows or became; null where it is not one entry's.</summary>
    public async ValueTask<MessageId?> FindEntryAsync(LiveDesk desk, long chat, long message, CancellationToken cancellationToken) =>
        await marks.FindAsync(desk.Row.Id, Shown, SentName(chat, message), cancellationToken) is { } id
            ? new MessageId(Guid.Parse(id))
            : await FindSentAsync(desk, chat, message, cancellationToken);

    /// <summary>Remembers which entry a message of a private chat shows.</summary>
    public ValueTask PutShownAsync(LiveDesk desk, long chat, long message, MessageId id, CancellationToken cancellationToken) =>
        PutAsync(desk, Shown, SentName(chat, message), id.ToString(), cancellationToken);

    /// <summary>Remembers it together with the sending.</summary>
    public ValueTask PutSentAsync(Transaction transaction, LiveDesk desk, long chat, long message, MessageId id) =>
        marks.PutAsync(transaction, desk.Row.Id, Sent, SentName(chat, message), id.ToString(), time.GetStoredNow());

    /// <summary>The operator's message that one of ours was written as; null when it was written elsewhere.</summary>
    public async ValueTask<(long Chat, long Message)?> FindWrittenAsync(LiveDesk desk, MessageId id, CancellationToken cancellationToken) =>
        (await marks.ListByValueAsync(desk.Row.Id, Sent, id.ToString(), cancellationToken)) is [var mark, ..]
            && mark.Name.Split('.') is [var chat, var message] ? (Number(chat), Number(message)) : null;

    private async ValueTask<IReadOnlyList<ConversationId>> ListAsync(LiveDesk desk, string kind, CancellationToken cancellationToken) =>
        [.. (await marks.ListAsync(desk.Row.Id, kind, cancellationToken)).Select(mark => new ConversationId(Guid.Parse(mark.Name)))];

    private ValueTask PutAsync(LiveDesk desk, string kind, string name, string value, CancellationToken cancellationToken) =>
        PutAsync(desk, kind, name, value, tasks: [], cancellationToken);

    private async ValueTask PutAsync(
        LiveDesk desk, string kind, string name, string value, IReadOnlyList<NewDeskTask> tasks, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await marks.PutAsync(transaction, desk.Row.Id, kind, name, value, time.GetStoredNow());
            if (tasks.Count > 0)
            {
                await work.AddAsync(transaction, desk.Row.Id, tasks);
            }

            return true;
        }, cancellationToken);

    private async ValueTask RemoveAsync(LiveDesk desk, string kind, string name, CancellationToken cancellationToken) =>
        await transactions.WriteAsync(async transaction =>
        {
            await marks.RemoveAsync(transaction, desk.Row.Id, kind, name);
            return true;
        }, cancellationToken);

    private static ConversationId? ToConversation(string? id) => id is null ? null : new ConversationId(Guid.Parse(id));

    private static string PinsOf(OperatorId who) => $"{Pin}{who}";

    private static string HeldBy(OperatorId who) => $"{Held}{who}";

    private static string SentName(long chat, long message) => $"{Name(chat)}.{Name(message)}";

    private static string Name(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

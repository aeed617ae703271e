using System.Security.Cryptography;
using System.Text;
using Rozmova.Desks.TelegramDesk.Bot;
using Rozmova.Desks.TelegramDesk.Screens;
using Rozmova.Messaging;
using Rozmova.Platforms.Telegram;
using Rozmova.Workspace;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Desks;
using Message = Rozmova.Workspace.Conversations.Message;

namespace Rozmova.Desks.TelegramDesk;

/// <summary>
/// Keeps what the group is told of a conversation up to date. Looks at how things are and not at what happened: called again, or for ten
/// messages at once, it does what is left to do. What comes in quick succession is put into one message, as a group takes 20 a minute.
/// </summary>
internal sealed class GroupNotices(
    ShownConversations shown, OrderCards orders, LettingGo letting, DeskMemory memory, DeskWork work, DeskPeople people, DeskBot bot,
    TimeProvider time)
{
    private const int MostSent = 50;

    /// <summary>What comes within it is added to the message there is; later, a new one rings.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    public async ValueTask UpdateAsync(LiveDesk desk, ConversationId id, CancellationToken cancellationToken)
    {
        if (await shown.FindAsync(desk, id, cancellationToken) is not { } conversation)
        {
            return;
        }

        var newest = await shown.ListNewestAsync(id, cancellationToken);
        if (desk.Group() is { } group)
        {
            await UpdateAsync(desk, group, conversation, newest, cancellationToken);
        }

        await letting.LetGoAsync(desk, conversation, newest, cancellationToken);
    }

    private async ValueTask UpdateAsync(
        LiveDesk desk, long group, ConversationBody conversation, IReadOnlyList<Message> newest, CancellationToken cancellationToken)
    {
        var id = conversation.Id;
        var inbound = newest.Where(entry => entry.Direction == MessageDirection.Inbound).ToList();
        var mark = await memory.FindNoticeAsync(desk, id, cancellationToken);
        var (state, by) = NoticeStates.Of(conversation, newest);
        var fresh = inbound.Where(entry => mark is null ? entry.CreatedAt >= SinceWhen(desk) : entry.Seq > mark.Told).ToList();
        var scene = new Scene(desk, group, conversation, state, by, inbound);
        if (fresh.Count == 0)
        {
            await (mark is null ? ValueTask.CompletedTask : ReviseAsync(scene, mark, mark, cancellationToken));
        }
        else if (mark is not null && state is NoticeState.Taken or NoticeState.Answered)
        {
            await FollowAsync(scene, mark!, fresh, cancellationToken);
        }
        else
        {
            await AnnounceAsync(scene, mark, fresh, cancellationToken);
        }
    }

    /// <summary>What is older was told before the mark of it was forgotten, or before there was a desk to tell.</summary>
    private DateTimeOffset SinceWhen(LiveDesk desk) =>
        time.GetStoredNow() - DeskMemory.NoticesKept is var forgotten && forgotten > desk.Row.CreatedAt ? forgotten : desk.Row.CreatedAt;

    /// <summary>Takes away what no longer waits for anybody, and tells who asked how it went.</summary>
    public async ValueTask ClearAsync(LiveDesk desk, long user, CancellationToken cancellationToken)
    {
        var (deleted, kept) = (0, 0);
        foreach (var (id, mark) in await memory.ListNoticesAsync(desk, cancellationToken))
        {
            if (mark.Waits || mark.Sent.Count == 0)
            {
                continue;
            }

            foreach (var message in mark.Sent)
            {
                var isGone = await bot.DeleteAsync(desk.Connection, desk.Group()!.Value, message, cancellationToken);
                (deleted, kept) = isGone ? (deleted + 1, kept) : (deleted, kept + 1);
            }

            await memory.PutNoticeAsync(desk, id, new NoticeMark { Told = mark.Told }, tasks: [], cancellationToken);
        }

        var texts = await people.TextsOfAsync(desk, user, cancellationToken);
        var said = new BotMessage(Html.Escape(texts.Cleared(deleted, kept)));
        await work.AddAsync(desk.Row.Id, [DeskTasks.OfSaying(user, said)], cancellationToken);
    }

    /// <summary>A notice with a button: the one there is grows for a while, then there is a new one, which rings.</summary>
    private async ValueTask AnnounceAsync(Scene scene, NoticeMark? mark, List<Message> fresh, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        if (mark is { Waits: true, Notice: not 0 } && now - mark.NoticeAt < Together)
        {
            await ReviseAsync(scene, mark, mark with { Last = fresh[^1].Seq, Told = fresh[^1].Seq }, cancellationToken);
            return;
        }

        if (mark is { Waits: true, Notice: not 0 and var old })
        {
            await bot.RemoveButtonsAsync(scene.Desk.Connection, scene.Group, old, cancellationToken);
        }

        IReadOnlyList<NewDeskTask> next = orders.IsDue(scene.Conversation) ? [DeskTasks.OfOrder(scene.Conversation, screen: null)] : [];
        var message = await RenderAsync(scene, fresh[0].Seq, fresh[^1].Seq, cancellationToken);
        var silent = message with { Silent = scene.State != NoticeState.Waiting };
        var sent = await bot.SendAsync(scene.Desk.Connection, scene.Group, silent, cancellationToken);
        await memory.PutNoticeAsync(scene.Desk, scene.Id, new NoticeMark
        {
            Notice = sent,
            NoticeAt = now,
            First = fresh[0].Seq,
            Last = fresh[^1].Seq,
            Look = LookOf(scene.Desk, message),
            ShowsOrder = HasOrder(scene),
            Waits = scene.State == NoticeState.Waiting,
            Told = fresh[^1].Seq,
            Sent = Sent(mark, sent),
        }, next, CancellationToken.None); // it is there, whoever stops now
    }

    /// <summary>Somebody holds it: the group reads on, without a sound.</summary>
    private async ValueTask FollowAsync(Scene scene, NoticeMark mark, List<Message> fresh, CancellationToken cancellationToken)
    {
        var now = time.GetStoredNow();
        var grows = mark.Later != 0 && now - mark.LaterAt < Together;
        var first = grows ? mark.LaterFirst : fresh[0].Seq;
        var entries = await EntriesAsync(scene, first, fresh[^1].Seq, cancellationToken);
        var message = NoticeScreen.Later(
            await ShownAsync(scene, entries, cancellationToken), scene.Desk.Texts(), mark.Notice == 0 ? null : mark.Notice);
        var told = mark with { Told = fresh[^1].Seq };
        if (!grows || !await bot.EditAsync(scene.Desk.Connection, scene.Group, mark.Later, message, cancellationToken))
        {
            var sent = await bot.SendAsync(scene.Desk.Connection, scene.Group, message, cancellationToken);
            told = told with { Later = sent, LaterAt = now, LaterFirst = first, Sent = Sent(mark, sent) };
        }

        await memory.PutNoticeAsync(scene.Desk, scene.Id, told, tasks: [], CancellationToken.None); // likewise
        await ReviseAsync(scene, told, told, cancellationToken);
    }

    /// <summary>Edits the notice when it looks different now: who took it, who answered, an edited message.</summary>
    private async ValueTask ReviseAsync(Scene scene, NoticeMark stored, NoticeMark mark, CancellationToken cancellationToken)
    {
        var revised = mark with { Waits = scene.State == NoticeState.Waiting && mark.Notice != 0 };
        IReadOnlyList<NewDeskTask> next = [];
        if (mark.Notice != 0 && scene.Inbound.Any(entry => entry.Seq <= mark.First)) // else it is too far back to be shown again
        {
            var message = await RenderAsync(scene, mark.First, mark.Last, cancellationToken);
            if (LookOf(scene.Desk, message) is var look && look != mark.Look)
            {
                await bot.EditAsync(scene.Desk.Connection, scene.Group, mark.Notice, message, cancellationToken);
                next = mark.ShowsOrder && !HasOrder(scene) ? [DeskTasks.OfOrder(scene.Conversation, screen: null)] : []; // a restart forgot it
                revised = revised with { Look = look, ShowsOrder = HasOrder(scene) };
            }
        }

        if (revised != stored)
        {
            await memory.PutNoticeAsync(scene.Desk, scene.Id, revised, next, cancellationToken);
        }
    }

    private async ValueTask<BotMessage> RenderAsync(Scene scene, long first, long last, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(scene, first, last, cancellationToken);
        return NoticeScreen.Render(await ShownAsync(scene, entries, cancellationToken), scene.Desk.Texts());
    }

    private ValueTask<IReadOnlyList<ShownEntry>> EntriesAsync(Scene scene, long first, long last, CancellationToken cancellationToken) =>
        shown.OfAsync(scene.Inbound.Where(entry => entry.Seq >= first && entry.Seq <= last), cancellationToken);

    private async ValueTask<ShownNotice> ShownAsync(Scene scene, IReadOnlyList<ShownEntry> entries, CancellationToken cancellationToken) =>
        new(
            scene.Conversation, await shown.FindNameAsync(entries, cancellationToken), scene.State, scene.By, entries,
            orders.FindLine(scene.Id, scene.Desk.Texts()));

    private bool HasOrder(Scene scene) => orders.FindLine(scene.Id, scene.Desk.Texts()) is not null;

    private static IReadOnlyList<long> Sent(NoticeMark? mark, long added) => [.. (mark?.Sent ?? []).TakeLast(MostSent - 1), added];

    /// <summary>A sum under the desk's secret: it is stored, and must not let anybody try which words give it.</summary>
    private static string LookOf(LiveDesk desk, BotMessage message)
    {
        var look = Encoding.UTF8.GetBytes($"{message.Html}\n{string.Join('\n', message.Rows.SelectMany(row => row))}");
        var secret = Encoding.UTF8.GetBytes(desk.Connection.RequiredText(TelegramSettings.Token));
        return Convert.ToHexString(HMACSHA256.HashData(secret, look).AsSpan(0, 8));
    }

    private sealed record Scene(
        LiveDesk Desk, long Group, ConversationBody Conversation, NoticeState State, string? By, IReadOnlyList<Message> Inbound)
    {
        public ConversationId Id => Conversation.Id;
    }
}

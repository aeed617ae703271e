using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Desks;

/// <summary>
/// Tells a desk what happens, from the live log, at the desk's own pace: (1) read on from its place, (2) have the desk say what that asks
/// of it, (3) store that work together with the new place. A crash before 3 repeats it, so nothing is missed and nothing stored twice; the
/// console's feed never waits for it.
/// </summary>
internal sealed class DeskReader(
    IDeskStore store, DeskWork work, ILiveLog log, LiveFeed live, ConversationBodies bodies, ITransactions transactions, TimeProvider time,
    ILogger<DeskReader> logger)
{
    private const int MostAtOnce = 256;

    /// <summary>How often a shared log is asked for what other processes wrote.</summary>
    private static readonly TimeSpan SharedInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UntilThereIsRoom = TimeSpan.FromSeconds(1);

    /// <summary>Reads until cancelled.</summary>
    public async Task RunAsync(LiveDesk desk, CancellationToken cancellationToken)
    {
        // One waiting signal is as good as ten.
        var pushed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Signal(LiveChange change) => pushed.Writer.TryWrite(true);
        live.Pushed += Signal;
        try
        {
            while (await store.ReadPlaceAsync(desk.Row.Id, cancellationToken) is { } place)
            {
                try
                {
                    if (!await ReadOnAsync(desk, place, cancellationToken))
                    {
                        await WaitAsync(pushed.Reader, cancellationToken);
                    }
                }
                catch (RelayFullException)
                {
                    await Task.Delay(UntilThereIsRoom, time, cancellationToken); // it reads on where it was
                }
            }
        }
        finally
        {
            live.Pushed -= Signal;
        }
    }

    /// <summary>False when there is nothing new.</summary>
    private async ValueTask<bool> ReadOnAsync(LiveDesk desk, long place, CancellationToken cancellationToken)
    {
        // (1)
        var last = await log.ReadLastAsync(cancellationToken);
        if (last == place)
        {
            return false;
        }

        // A gap is what the log forgot, or what a crash left out: numbers go on far above those before, and it is passed over at once.
        var next = await log.ReadNextAsync(place, cancellationToken) ?? last;
        if (last < place || (next > place + 1 && await log.ReadOldestAsync(cancellationToken) > place + 1))
        {
            return await SkipAsync(desk, place, last, cancellationToken);
        }

        var until = Math.Min(last, next - 1 + MostAtOnce);
        var news = await FindNewsAsync(desk, await log.ReadAsync(place, until, cancellationToken), cancellationToken);

        // (2)
        List<NewDeskTask> tasks = [];
        foreach (var item in news)
        {
            tasks.AddRange(await desk.Kind.PlanAsync(desk, item, cancellationToken));
        }

        // (3)
        await transactions.WriteAsync(async transaction =>
        {
            await work.AddAsync(transaction, desk.Row.Id, tasks);
            await store.SavePlaceAsync(transaction, desk.Row.Id, until);
            return true;
        }, cancellationToken);
        return true;
    }

    /// <summary>The log forgot what it was not told yet, or lost its last moments in a power cut and counts from there.</summary>
    private async ValueTask<bool> SkipAsync(LiveDesk desk, long place, long last, CancellationToken cancellationToken)
    {
        var until = last < place ? last : (await log.ReadOldestAsync(cancellationToken) ?? last + 1) - 1;
        logger.NewsForgotten(desk.Row.Id, Math.Min(place, until) + 1, Math.Max(place, until));
        await transactions.WriteAsync(async transaction =>
        {
            await store.SavePlaceAsync(transaction, desk.Row.Id, until);
            return true;
        }, cancellationToken);
        return true;
    }

    private async ValueTask<List<DeskNews>> FindNewsAsync(
        LiveDesk desk, IReadOnlyList<LiveLogRow> rows, CancellationToken cancellationToken)
    {
        List<DeskNews> news = [];
        Dictionary<ConversationId, ConversationBody?> conversations = [];
        foreach (var row in rows)
        {
            var message = row.Type is LiveType.MessageCreated or LiveType.MessageUpdated
                ? await bodies.FindMessageAsync(new MessageId(row.Subject), cancellationToken)
                : null;
            if (ConversationOf(row, message) is not { } id)
            {
                continue; // of no desk's interest, or erased meanwhile
            }

            if (!conversations.TryGetValue(id, out var conversation))
            {
                conversations[id] = conversation = await bodies.FindAsync(id, cancellationToken);
            }

            if (conversation is not null && desk.Row.Serves(conversation.Channel.Id))
            {
                news.Add(new DeskNews(row.Type, conversation, message));
            }
        }

        return news;
    }

    private static ConversationId? ConversationOf(LiveLogRow row, MessageBody? message) => row.Type switch
    {
        LiveType.MessageCreated or LiveType.MessageUpdated => message?.ConversationId,
        LiveType.ConversationCreated or LiveType.ConversationUpdated or LiveType.ConversationClaimed or LiveType.ConversationReleased =>
            new ConversationId(row.Subject),
        _ => null,
    };

    private async ValueTask WaitAsync(ChannelReader<bool> pushed, CancellationToken cancellationToken)
    {
        if (!log.IsShared)
        {
            await pushed.WaitToReadAsync(cancellationToken);
        }
        else
        {
            await pushed.WaitOrTimeOutAsync(SharedInterval, time, cancellationToken);
        }

        pushed.TryRead(out _);
    }
}

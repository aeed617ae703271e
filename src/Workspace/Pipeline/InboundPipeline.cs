using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Contacts;
using Rozmova.Workspace.Conversations;
using Rozmova.Workspace.Delivery;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Live;
using Rozmova.Workspace.Media;
using Rozmova.Workspace.Relay;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Pipeline;

/// <summary>
/// The road in, one reader per partition: (1) take a batch from the journal, (2) load what it speaks of, (3) apply the events in
/// order, dropping repeats, (4) store the result, (5) take the batch out of the journal, (6) commit, which also numbers the live events,
/// (7) wake those who fetch files, answer presses and look people up. A crash before 6 repeats all of it; after it a repeat changes nothing.
/// HOT: measured by the intake benchmark.
/// </summary>
internal sealed class InboundPipeline(
    IJournal journal, Intake.Intake intake, ChannelDirectory channels, IInboundStore store, IConversationStore conversations,
    ITransactions transactions, IMediaQueue media, FileRemoval files, IAcknowledger acknowledger, IProfileQueue profiles, LiveFeed live,
    RelayedMessages relayed, RelayedLedger relayedLedger, TimeProvider time, ILogger<InboundPipeline> logger) : BackgroundService
{
    /// <summary>After so many failures in a row an entry that fails alone goes to quarantine.</summary>
    private const int MostAttempts = 5;

    private const string UnknownPlatform = "unknown";

    /// <summary>Replays what an earlier run left, then reads on. The web server starts after this.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        var recovered = await journal.RecoverAsync(ReadAgainAsync, cancellationToken);
        if (recovered > 0)
        {
            logger.Recovered(recovered);
        }
    }

    /// <summary>Ends with an ordinary commit, which brings to the disk what the batches left: nothing then has to be replayed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await transactions.WriteAsync(_ => ValueTask.FromResult(true), cancellationToken);
        }
        catch (Exception exception) // the store is in trouble: then the next start replays them
        {
            logger.NotSynced(exception);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, journal.Partitions).Select(partition => RunAsync(partition, stoppingToken)));

    private async ValueTask<IReadOnlyList<JournalEntry>?> ReadAgainAsync(JournalRequest request, CancellationToken cancellationToken)
    {
        IReadOnlyList<JournalEntry>? entries = null;
        if (channels.Find(request.ChannelId) is { } channel)
        {
            entries = await intake.ReadAgainAsync(request, channel, cancellationToken);
        }
        else
        {
            await intake.QuarantineAsync(request, UnknownPlatform, "Its channel is gone.", cancellationToken);
        }

        if (entries is { Count: > 0 })
        {
            return entries;
        }

        // In quarantine by now, or of no interest to today's reader: either way its row is done with.
        await ForgetAsync(request, cancellationToken);
        return null;
    }

    private async Task RunAsync(int partition, CancellationToken stoppingToken)
    {
        await foreach (var batch in journal.ReadAsync(partition, stoppingToken))
        {
            await StoreAsync(partition, batch, stoppingToken);
        }
    }

    /// <summary>Tries until it is stored. A batch that keeps failing is taken apart, so that one bad entry stops nothing but itself.</summary>
    private async ValueTask StoreAsync(int partition, IReadOnlyList<JournalEntry> batch, CancellationToken stoppingToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ApplyAsync(batch, stoppingToken);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // logged; the entries stay in the journal
            {
                logger.NotStored(exception, partition, batch.Count, attempt);
            }

            if (batch.Count > 1)
            {
                foreach (var entry in batch)
                {
                    await StoreAsync(partition, [entry], stoppingToken);
                }

                return;
            }

            if (attempt == MostAttempts && await TryQuarantineAsync(batch[0], stoppingToken))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50 << Math.Min(attempt, 8)), time, stoppingToken);
        }
    }

    private async ValueTask ApplyAsync(IReadOnlyList<JournalEntry> batch, CancellationToken stoppingToken)
    {
        var fold = await transactions.WriteAsync(async transaction =>
        {
            // (2)
            transaction.Repeatable = true;
            var entries = Open(batch);
            await MoveAsync(transaction, entries);
            var state = await store.LoadAsync(transaction, InboundEntry.QueryFor(entries));

            // (3)
            var applied = new InboundFold(state, time, relayed);
            foreach (var entry in entries)
            {
                applied.Apply(entry);
            }

            // (4), (5)
            await store.SaveAsync(transaction, applied.Changes());
            await files.RemoveAsync(transaction, applied.GoneFiles);
            await EnterRelayedAsync(transaction, applied);
            await SupplyLastAsync(transaction, applied);
            await journal.CompleteAsync(transaction, batch);

            // (6)
            foreach (var change in applied.LiveChanges())
            {
                transaction.Publish(change);
            }

            return applied;
        }, stoppingToken);

        // (7)
        Wake(fold);
    }

    private List<InboundEntry> Open(IReadOnlyList<JournalEntry> batch)
    {
        var entries = new List<InboundEntry>(batch.Count);
        foreach (var part in batch)
        {
            // A channel deleted a moment ago takes no more messages; what it still sent is dropped with it.
            if (channels.Find(part.Request.ChannelId) is { } channel)
            {
                foreach (var item in part.Events)
                {
                    entries.Add(new InboundEntry(channel, item, part.Request.ReceivedAt));
                }
            }
        }

        return entries;
    }

    private async ValueTask MoveAsync(Transaction transaction, List<InboundEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Event is InboundEvent.ChatMoved moved)
            {
                await store.MoveChatAsync(transaction, entry.ChatKey, moved.NewChat);
            }
        }
    }

    /// <summary>What came without its words waits in memory with them, and the store says so.</summary>
    private async ValueTask EnterRelayedAsync(Transaction transaction, InboundFold fold)
    {
        await relayedLedger.EnterAsync(transaction, fold.Withheld);
        foreach (var (id, key) in fold.WithheldRepeats)
        {
            await relayedLedger.RepeatAsync(transaction, id, key.Key);
        }

        foreach (var message in fold.WithheldGone)
        {
            await relayedLedger.ForgetAsync(transaction, message);
        }
    }

    /// <summary>A conversation that changed without a newest message in this batch still shows its newest message.</summary>
    private async ValueTask SupplyLastAsync(Transaction transaction, InboundFold fold)
    {
        foreach (var id in fold.LastWanted())
        {
            if (await conversations.FindMessageAsync(transaction, id) is { } message)
            {
                fold.SupplyLast(message);
            }
        }
    }

    private void Wake(InboundFold fold)
    {
        foreach (var id in fold.Files)
        {
            media.Offer(id);
        }

        foreach (var (channel, key) in fold.Acknowledgements)
        {
            acknowledger.Offer(channel, key);
        }

        foreach (var conversation in fold.Strangers)
        {
            profiles.Offer(conversation.ChannelId, conversation.Id, conversation.Chat, told: null);
        }

        foreach (var (conversation, told) in fold.Pictured)
        {
            profiles.Offer(conversation.ChannelId, conversation.Id, conversation.Chat, told);
        }

        foreach (var id in fold.Typing)
        {
            live.PublishTyping(id);
        }
    }

    private async ValueTask<bool> TryQuarantineAsync(JournalEntry entry, CancellationToken stoppingToken)
    {
        try
        {
            var platform = channels.Find(entry.Request.ChannelId)?.Row.Platform ?? UnknownPlatform;
            await intake.QuarantineAsync(entry.Request, platform, "It could not be stored.", stoppingToken);
            await ForgetAsync(entry.Request, stoppingToken);
            logger.Unstorable(entry.Request.Id, entry.Request.ChannelId);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // the store itself is in trouble: not this entry's fault
        {
            logger.NotStored(exception, entry.Partition, 1, MostAttempts);
            return false;
        }
    }

    private ValueTask<bool> ForgetAsync(JournalRequest request, CancellationToken cancellationToken)
    {
        request.Entries = [new JournalEntry(request, 0, [])];
        return transactions.WriteAsync(async transaction =>
        {
            await journal.CompleteAsync(transaction, request.Entries);
            return true;
        }, cancellationToken);
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Media;

/// <summary>
/// Has every due file fetched, a few per channel at a time: a platform that hangs fills its own places and no other's. The rows say what
/// is due, so a restart, or another node, goes on where this one ended.
/// </summary>
internal sealed class MediaFetchService(
    IMediaStore files, ITransactions transactions, MediaFetcher fetcher, MediaFolder folder, IOptions<MediaOptions> options, TimeProvider time,
    ILogger<MediaFetchService> logger) : BackgroundService, IMediaQueue
{
    /// <summary>How often the store is asked though nothing is known to be due: another node may have left something.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>A file taken by somebody who vanished is due again this much later than an attempt can last.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    // One signal says it all: who comes while one waits adds nothing.
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly List<(ChannelId Channel, Task Fetch)> _running = []; // touched by the loop alone

    /// <inheritdoc/>
    public void Offer(MediaId id) => Wake();

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var unfinished = folder.RemoveUnfinished();
        await transactions.WriteAsync(
            async transaction =>
            {
                await files.ResumeAsync(transaction, time.GetStoredNow());
                return true;
            },
            cancellationToken);
        logger.FetchingStarts(unfinished);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await WaitAsync(await TurnAsync(stoppingToken), stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Select(running => running.Fetch));
        }
    }

    /// <summary>Starts what is due and fits. Returns how long there is nothing to do unless woken.</summary>
    private async ValueTask<TimeSpan> TurnAsync(CancellationToken stoppingToken)
    {
        try
        {
            _running.RemoveAll(running => running.Fetch.IsCompleted);
            var now = time.GetStoredNow();
            foreach (var channel in await files.ListDueChannelsAsync(now, stoppingToken))
            {
                await StartAsync(channel, now, stoppingToken);
            }

            return await PauseAsync(now, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // the store may be back at the next turn
        {
            logger.TurnFailed(exception);
            return PauseAfterFailure;
        }
    }

    private async ValueTask StartAsync(ChannelId channel, DateTimeOffset now, CancellationToken stoppingToken)
    {
        var free = options.Value.PerChannel - _running.Count(running => running.Channel == channel);
        if (free <= 0)
        {
            return;
        }

        var until = now + options.Value.FetchTimeout + Grace;
        var taken = await transactions.WriteAsync(
            transaction => files.TakeDueAsync(transaction, channel, now, until, free), stoppingToken);
        foreach (var file in taken)
        {
            var fetch = Task.Run(() => FetchAsync(file, stoppingToken), CancellationToken.None);
            _running.Add((channel, fetch));
            _ = fetch.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task FetchAsync(MediaFile file, CancellationToken stoppingToken)
    {
        try
        {
            await fetcher.FetchAsync(file, stoppingToken);
        }
        catch (Exception exception) // the store's trouble, or the end of the program: the row is due again later
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                logger.NotRecorded(exception, file.Id);
            }
        }
    }

    /// <summary>Until the next file is due. A channel whose places are all taken wakes us itself when one gets free.</summary>
    private async ValueTask<TimeSpan> PauseAsync(DateTimeOffset now, CancellationToken stoppingToken) =>
        await files.FindNextDueAsync(now, stoppingToken) is { } due && due - now < LongestPause ? due - now : LongestPause;

    private async ValueTask WaitAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        try
        {
            await _wake.Reader.WaitToReadAsync(stoppingToken).AsTask().WaitAsync(pause, time, stoppingToken);
            _wake.Reader.TryRead(out _);
        }
        catch (TimeoutException)
        {
            // Nobody woke us: something is due, or it is time to look.
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);
}

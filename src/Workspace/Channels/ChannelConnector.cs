using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>
/// Connects every channel once at start, and again, at growing intervals, those that failed. A platform without anything to
/// connect is connected by saying so.
/// </summary>
internal sealed class ChannelConnector(
    ChannelDirectory directory, IChannelStates states, TimeProvider time, ILogger<ChannelConnector> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<ChannelId, Attempt> _attempts = [];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Tries now, whatever was tried before. Goes on by itself when the caller stops waiting.</summary>
    public Task ConnectAsync(LiveChannel channel)
    {
        _attempts[channel.Row.Id] = new Attempt(0, time.GetUtcNow(), DateTimeOffset.MaxValue);
        return TryAsync(channel);
    }

    /// <summary>Takes our webhook back from a channel that is off or gone.</summary>
    public Task DisconnectAsync(LiveChannel channel)
    {
        _attempts.TryRemove(channel.Row.Id, out _);
        return channel.Platform is IConnectingPlatform platform
            ? SayGoodbyeAsync(channel, limit => platform.DisconnectAsync(channel.Connection, limit))
            : Task.CompletedTask;
    }

    /// <summary>Signs out a channel that is gone.</summary>
    public Task LogOutAsync(LiveChannel channel) => channel.Platform is ILoginPlatform platform
        ? SayGoodbyeAsync(channel, limit => platform.LogOutAsync(channel.Connection, limit))
        : Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep, time);
        do
        {
            foreach (var channel in directory.All.Where(channel => channel.Row.Enabled && Begin(channel)))
            {
                _ = TryAsync(channel); // ends by itself and never throws; a slow platform holds up no other
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whether the channel's time has come; if so nobody else begins.</summary>
    private bool Begin(LiveChannel channel)
    {
        var now = time.GetUtcNow();
        if (!_attempts.TryGetValue(channel.Row.Id, out var last))
        {
            return _attempts.TryAdd(channel.Row.Id, new Attempt(0, now, DateTimeOffset.MaxValue));
        }

        return channel.Row.State is ConnectionState.Failed or ConnectionState.Connecting
            && last.DueAt <= now
            && _attempts.TryUpdate(channel.Row.Id, last with { At = now, DueAt = DateTimeOffset.MaxValue, Count = CountOf(last, now) }, last);
    }

    private async Task TryAsync(LiveChannel channel)
    {
        var id = channel.Row.Id;
        try
        {
            var report = await AskAsync(channel);
            if (_attempts.TryGetValue(id, out var attempt))
            {
                _attempts.TryUpdate(id, attempt with { DueAt = time.GetUtcNow() + Pause(attempt.Count, report.RetryAfter) }, attempt);
                await states.ReportAsync(id, report, _stopping.Token);
            }
        }
        catch (Exception exception) // nobody waits for this task; a state that could not be saved is found out by the next attempt
        {
            logger.ConnectingFailed(exception, id);
        }
    }

    private async ValueTask<ConnectionReport> AskAsync(LiveChannel channel)
    {
        if (channel.Platform is not IConnectingPlatform platform)
        {
            return ConnectionReport.Connected;
        }

        using var timeout = new CancellationTokenSource(LongestAttempt, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stopping.Token);
        try
        {
            return await platform.ConnectAsync(channel.Connection, limit.Token);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested) // a platform's bug or a time-out: shown, and tried again
        {
            logger.ConnectingFailed(exception, channel.Row.Id);
            return ConnectionReport.Failed("The platform did not answer as it should. We keep trying.");
        }
    }

    /// <summary>The platform may be gone too, so a failure is only noted.</summary>
    private async Task SayGoodbyeAsync(LiveChannel channel, Func<CancellationToken, ValueTask> goodbye)
    {
        using var timeout = new CancellationTokenSource(LongestGoodbye, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _stopping.Token);
        try
        {
            await goodbye(limit.Token);
        }
        catch (Exception exception) // best effort: it is off on our side already
        {
            logger.DisconnectingFailed(exception, channel.Row.Id);
        }
    }

    /// <summary>A channel that was quiet for long starts again with the shortest pause.</summary>
    private static int CountOf(Attempt last, DateTimeOffset now) => now - last.At > 2 * LongestPause ? 0 : last.Count + 1;

    private static TimeSpan Pause(int count, TimeSpan? wish)
    {
        var grown = Math.Min(ShortestPause.TotalSeconds * Math.Pow(2, Math.Min(count, 10)), LongestPause.TotalSeconds);
        var pause = TimeSpan.FromSeconds(grown * (0.8 + (0.4 * Random.Shared.NextDouble())));
        return wish > pause ? wish.Value : pause;
    }

    private sealed record Attempt(int Count, DateTimeOffset At, DateTimeOffset DueAt);
}

using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels.Polling;

/// <summary>Keeps exactly one poller for every enabled channel that is polled.</summary>
internal sealed class PollingService(ChannelDirectory directory, PollerParts parts) : BackgroundService
{
    private readonly Dictionary<ChannelId, Running> _running = [];

    // One waiting signal is as good as ten.
    private readonly Channel<bool> _changed = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        directory.Changed += Look;
        Look();
        try
        {
            await foreach (var _ in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                Follow(stoppingToken);
            }
        }
        finally
        {
            directory.Changed -= Look;
            await Task.WhenAll(_running.Values.Select(running => running.Work));
        }
    }

    private void Look() => _changed.Writer.TryWrite(true);

    private void Follow(CancellationToken stopping)
    {
        var polled = directory.All.Where(IsPolled).ToDictionary(channel => channel.Row.Id);
        foreach (var (id, running) in _running)
        {
            // The directory is replaced at every change of any channel; only other settings make another poller.
            if (!polled.TryGetValue(id, out var channel) || !JsonNode.DeepEquals(channel.Row.Settings, running.Channel.Row.Settings))
            {
                running.Stop.Cancel();
            }
        }

        foreach (var (id, channel) in polled)
        {
            var before = _running.GetValueOrDefault(id);
            if (before is null or { Stop.IsCancellationRequested: true })
            {
                _running[id] = Start(channel, before?.Work ?? Task.CompletedTask, stopping);
            }
        }
    }

    private static bool IsPolled(LiveChannel channel) =>
        channel is { Row.Enabled: true, Platform: IPollingPlatform platform } && platform.IsPolled(channel.Connection);

    // Two pollers of one bot take each other's updates, so the new one waits until the old one is gone.
    private Running Start(LiveChannel channel, Task before, CancellationToken stopping)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var poller = new ChannelPoller(channel, (IPollingPlatform)channel.Platform, parts);
        var work = Task.Run(
            async () =>
            {
                await before;
                await poller.RunAsync(stop.Token);
            },
            CancellationToken.None);
        return new Running(channel, stop, work);
    }

    private sealed record Running(LiveChannel Channel, CancellationTokenSource Stop, Task Work);
}

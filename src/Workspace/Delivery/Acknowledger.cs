using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// Acknowledges a few presses at a time per channel, so that a hanging platform holds up nobody else's. Too many at once are
/// dropped: the customer's button then spins until the platform gives up, and the message is stored all the same.
/// </summary>
internal sealed class Acknowledger(ChannelDirectory directory, TimeProvider time, ILogger<Acknowledger> log) : IAcknowledger, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _end = new();
    private readonly PartitionedRateLimiter<ChannelId> _places = PartitionedRateLimiter.Create<ChannelId, ChannelId>(
        channel => RateLimitPartition.GetConcurrencyLimiter(
            channel, static _ => new ConcurrencyLimiterOptions { PermitLimit = 4, QueueLimit = 256 }));

    public void Offer(ChannelId channel, string key)
    {
        if (directory.Find(channel) is { Row.Enabled: true, Platform: IAcknowledgingPlatform platform } live)
        {
            _ = Task.Run(() => AcknowledgeAsync(live, platform, key));
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _places.Dispose();
    }

    private async Task AcknowledgeAsync(LiveChannel channel, IAcknowledgingPlatform platform, string key)
    {
        try
        {
            using var place = await _places.AcquireAsync(channel.Row.Id, 1, _end.Token);
            if (!place.IsAcquired)
            {
                log.NotAcknowledged(null, channel.Row.Id);
                return;
            }

            using var late = new CancellationTokenSource(Patience, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
            await platform.AcknowledgeAsync(channel.Connection, key, stop.Token).AsTask().WaitAsync(stop.Token);
        }
        catch (Exception exception) // best effort: the press itself is stored
        {
            log.NotAcknowledged(exception, channel.Row.Id);
        }
    }
}

using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Conversations;

/// <summary>
/// Shows customers that we have read what they wrote, where the platform can: a few at a time per channel, best effort, never in anybody's
/// way. Too many at once are dropped.
/// </summary>
internal sealed class ReadReceipts(
    IConversationStore conversations, ChannelDirectory directory, TimeProvider time, ILogger<ReadReceipts> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _end = new();
    private readonly PartitionedRateLimiter<ChannelId> _places = PartitionedRateLimiter.Create<ChannelId, ChannelId>(
        channel => RateLimitPartition.GetConcurrencyLimiter(
            channel, static _ => new ConcurrencyLimiterOptions { PermitLimit = 4, QueueLimit = 256 }));

    /// <summary>Call once the reading is committed. Returns at once.</summary>
    public void Offer(Conversation conversation)
    {
        if (directory.Find(conversation.ChannelId) is { Row.Enabled: true, Platform: IReadReceiptPlatform platform } channel)
        {
            _ = Task.Run(() => MarkAsync(platform, channel, conversation));
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _places.Dispose();
    }

    private async Task MarkAsync(IReadReceiptPlatform platform, LiveChannel channel, Conversation conversation)
    {
        try
        {
            using var place = await _places.AcquireAsync(channel.Row.Id, 1, _end.Token);
            if (!place.IsAcquired || await conversations.FindNewestInboundAsync(conversation.Id, _end.Token) is not { } newest)
            {
                return;
            }

            using var late = new CancellationTokenSource(Patience, time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _end.Token);
            await platform.MarkReadAsync(channel.Connection, conversation.Chat, newest, stop.Token).AsTask().WaitAsync(stop.Token);
        }
        catch (Exception exception) // a courtesy: the next reading makes up for it
        {
            logger.NotMarkedRead(exception, channel.Row.Id);
        }
    }
}

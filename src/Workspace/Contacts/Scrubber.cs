using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rozmova.Workspace.Contacts;

/// <summary>Cleans the files of the store.</summary>
public interface IScrub
{
    /// <summary>Sees to it that what was deleted is gone from the files too, as far as the engine lets us. May take long.</summary>
    ValueTask ScrubAsync(CancellationToken cancellationToken);
}

/// <summary>Scrubs soon after somebody was erased, once for several.</summary>
internal sealed class Scrubber(IScrub store, TimeProvider time, ILogger<Scrubber> logger) : BackgroundService
{
    /// <summary>The journal lets go of what it brought in the first second; more erasures may follow.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Full means a run is asked for already, and it will find everything erased before it begins.
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a run. Returns at once.</summary>
    public void Wake() => _asked.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Pause, time, stoppingToken);
            _asked.Reader.TryRead(out _);
            try
            {
                await store.ScrubAsync(stoppingToken);
                logger.Scrubbed();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested) // a full disk, a long writer: the next erasure tries again
            {
                logger.NotScrubbed(exception);
            }
        }
    }
}

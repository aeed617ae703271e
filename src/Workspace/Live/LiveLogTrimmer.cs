using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rozmova.Workspace.Live;

/// <summary>Keeps the live log short: who was away longer than this reads anew.</summary>
internal sealed class LiveLogTrimmer(ILiveLog log, TimeProvider time, ILogger<LiveLogTrimmer> logger) : BackgroundService
{
    private const long Kept = 100_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await log.TrimAsync(Kept, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the store may be back at the next turn
            {
                logger.NotTrimmed(exception);
            }
        }
    }
}

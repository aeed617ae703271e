using Microsoft.Extensions.Hosting;

namespace Rozmova.Workspace.Live;

/// <summary>Keeps the live log short: who was away longer than this reads anew.</summary>
internal sealed class LiveLogTrimmer(ILiveLog log, TimeProvider time) : BackgroundService
{
    private const long Kept = 100_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await log.TrimAsync(Kept, stoppingToken);
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rozmova.Workspace.Live;

/// <summary>Keeps the live log short: who was away longer than this reads anew.</summary>
internal sealed class LiveLogTrimmer(ILiveLog log, TimeProvider time, ILogger<LiveLogTrimmer> logger) : BackgroundService
{
    private const long Kept = 100_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        time.RepeatAsync(Interval, token => log.TrimAsync(Kept, token), logger.NotTrimmed, stoppingToken);
}

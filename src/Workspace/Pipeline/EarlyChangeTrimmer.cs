using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Transactions;

namespace Rozmova.Workspace.Pipeline;

/// <summary>Forgets changes whose message never came: it was written before the channel was connected, or by another program.</summary>
internal sealed class EarlyChangeTrimmer(IInboundStore store, ITransactions transactions, TimeProvider time, ILogger<EarlyChangeTrimmer> logger)
    : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the store may be back at the next turn
            {
                logger.EarlyNotTrimmed(exception);
            }
        }
    }

    private ValueTask<bool> ForgetAsync(CancellationToken cancellationToken) => transactions.WriteAsync(async transaction =>
    {
        await store.ForgetEarlyAsync(transaction, time.GetUtcNow() - Kept);
        return true;
    }, cancellationToken);
}

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

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        time.RepeatAsync(Interval, ForgetAsync, logger.EarlyNotTrimmed, stoppingToken);

    private async ValueTask ForgetAsync(CancellationToken cancellationToken) => await transactions.WriteAsync(async transaction =>
    {
        await store.ForgetEarlyAsync(transaction, time.GetUtcNow() - Kept);
        return true;
    }, cancellationToken);
}

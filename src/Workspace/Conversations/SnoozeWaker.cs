using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rozmova.Workspace.Conversations;

/// <summary>Opens snoozed conversations when their time comes. Every node may run it: the row decides.</summary>
internal sealed class SnoozeWaker(
    IConversationStore conversations, ConversationStates states, TimeProvider time, ILogger<SnoozeWaker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await WakeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the store may be back at the next turn
            {
                logger.WakingFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await conversations.ListDueSnoozesAsync(time.GetUtcNow(), cancellationToken))
        {
            await states.WakeAsync(id, cancellationToken);
        }
    }
}

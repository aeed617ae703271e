using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Desks;

/// <summary>Connects a desk to its server: once, and again at growing intervals while it is not.</summary>
internal sealed class DeskConnector(DeskDirectory directory, DeskStates states, TimeProvider time, ILogger<DeskConnector> logger)
{
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Tries now and says how it stands.</summary>
    public async Task ConnectAsync(LiveDesk desk, CancellationToken cancellationToken) =>
        await states.ReportAsync(desk.Row.Id, await AskAsync(desk, cancellationToken), cancellationToken);

    /// <summary>Connects what is not connected, until cancelled.</summary>
    public async Task RunAsync(LiveDesk desk, CancellationToken cancellationToken)
    {
        var (pause, dueAt) = (ShortestPause, time.GetUtcNow());
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            var now = time.GetUtcNow();
            if (directory.Find(desk.Row.Id) is { Row.State: ConnectionState.Failed or ConnectionState.Connecting } current && dueAt <= now)
            {
                await ConnectAsync(current, cancellationToken);
                dueAt = time.GetUtcNow() + (pause * (0.8 + (0.4 * Random.Shared.NextDouble())));
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            else if (now - dueAt > LongestPause)
            {
                pause = ShortestPause; // it worked for long
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>Takes our address back. The desk's server may be gone too, so a failure is only noted.</summary>
    public async Task DisconnectAsync(LiveDesk desk)
    {
        using var limit = new CancellationTokenSource(LongestGoodbye, time);
        try
        {
            await desk.Kind.DisconnectAsync(desk.Connection, limit.Token);
        }
        catch (Exception exception) // best effort: it is off on our side already
        {
            logger.DisconnectingFailed(exception, desk.Row.Id);
        }
    }

    private async ValueTask<ConnectionReport> AskAsync(LiveDesk desk, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestAttempt, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await desk.Kind.ConnectAsync(desk.Connection, limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested) // a bug or a time-out: shown, and tried again
        {
            logger.ConnectingFailed(exception, desk.Row.Id);
            return ConnectionReport.Failed("The desk's server did not answer as it should. We keep trying.");
        }
    }
}

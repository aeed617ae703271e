using System.Threading.Channels;

namespace Rozmova.Workspace.Desks;

/// <summary>Waiting for a signal, but not for ever.</summary>
internal static class Waiting
{
    /// <summary>Completes when there is something to read, or after a while.</summary>
    public static async ValueTask WaitOrTimeOutAsync(
        this ChannelReader<bool> signals, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await signals.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: the caller looks by itself.
        }
    }
}

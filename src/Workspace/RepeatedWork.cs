namespace Rozmova.Workspace;

/// <summary>Work that is done again and again, whatever becomes of one turn.</summary>
internal static class RepeatedWork
{
    /// <summary>
    /// Does it after each interval until cancelled. What a turn throws is told to <paramref name="failed"/>: the store may be back at the next.
    /// </summary>
    public static async Task RepeatAsync(
        this TimeProvider time, TimeSpan interval, Func<CancellationToken, ValueTask> act, Action<Exception> failed, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await act(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // told, and the next turn tries again
            {
                failed(exception);
            }
        }
    }
}

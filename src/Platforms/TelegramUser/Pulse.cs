namespace Rozmova.Platforms.TelegramUser;

/// <summary>Lets others wait for the next change. Take <see cref="Next"/> first and look afterwards, so that no change is missed.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = Waiting();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Beat() => Interlocked.Exchange(ref _next, Waiting()).TrySetResult();

    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

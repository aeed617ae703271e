namespace Rozmova.Simulators;

/// <summary>Something that goes wrong on purpose, for the next matching calls. How a platform says no is its own <c>Refusal</c>.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The method it befalls, as the call log names it; null befalls all.</summary>
    public string? Method { get; init; }

    /// <summary>Whose calls it befalls, by the id the platform has for them; null befalls everybody's.</summary>
    public string? Whom { get; init; }

    /// <summary>How many calls it befalls. Default: one.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Something before the platform answers with this status and no words, and nothing happens.</summary>
    public sealed record HttpStatus(int Code, int? RetryAfter = null) : Fault;

    /// <summary>Nothing is answered, and nothing happens, until <see cref="Release"/>; then the call goes on as usual.</summary>
    public sealed record Hang : Fault
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Completes when the first call hangs.</summary>
        public Task Reached => _reached.Task;

        public void Release() => _released.TrySetResult();

        internal Task HoldAsync(CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            return _released.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The call is carried out, then the connection is dropped: the caller cannot know.</summary>
    public sealed record LostAnswer : Fault;

    /// <summary>The call is carried out and answered 200 with bytes that are no JSON.</summary>
    public sealed record InvalidJson : Fault;
}

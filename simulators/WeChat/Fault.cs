namespace Rozmova.Simulators.WeChat;

/// <summary>Something that goes wrong on purpose, for the next matching calls.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The follower whose messages it befalls; null befalls everybody.</summary>
    public string? OpenId { get; init; }

    /// <summary>The path it befalls, such as <c>/cgi-bin/message/custom/send</c>; null befalls all.</summary>
    public string? Path { get; init; }

    /// <summary>How many calls it befalls. Default: one.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The call is refused and nothing happens.</summary>
    public sealed record Refusal(int Code, string Message) : Fault;

    /// <summary>A gateway answers with a status instead.</summary>
    public sealed record Status(int Code) : Fault;

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

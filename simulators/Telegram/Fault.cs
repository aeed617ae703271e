namespace Rozmova.Simulators.Telegram;

/// <summary>Something that goes wrong on purpose, for the next matching calls.</summary>
public abstract record Fault
{
    private protected Fault() { }

    /// <summary>The method it befalls; null befalls all. File downloads are the method <c>download</c>.</summary>
    public string? Method { get; init; }

    public long? ChatId { get; init; }

    /// <summary>How many calls it befalls. Default: one.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The call is refused and nothing happens.</summary>
    public sealed record Refusal(int Code, string Description, int? RetryAfter = null) : Fault;

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

    /// <summary>The call is carried out and answered late.</summary>
    public sealed record SlowAnswer(TimeSpan Delay) : Fault;

    /// <summary>The call is carried out and answered 200 with bytes that are no JSON.</summary>
    public sealed record InvalidJson : Fault;

    /// <summary>A download breaks off half way.</summary>
    public sealed record CutFile : Fault;

    /// <summary>A download gives more bytes than were announced.</summary>
    public sealed record OversizedFile(long Bytes) : Fault;

    public static Refusal TooManyRequests(int retryAfter) => new(429, $"Too Many Requests: retry after {retryAfter}", retryAfter);

    public static Refusal ServerError() => new(500, "Internal Server Error: restart");

    public static Refusal Blocked() => new(403, "Forbidden: bot was blocked by the user");

    public static Refusal ChatNotFound() => new(400, "Bad Request: chat not found");

    public static Refusal MissingFile() => new(404, "Not Found") { Method = Faults.Download };
}

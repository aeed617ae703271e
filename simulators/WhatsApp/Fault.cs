namespace Rozmova.Simulators.WhatsApp;

/// <summary>Something that goes wrong on purpose, for the next matching calls.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>
    /// What it befalls (<c>messages</c>, <c>read</c>, <c>media</c>, <c>number</c>, <c>file</c>, <c>download</c>); null befalls
    /// all.
    /// </summary>
    public string? Method { get; init; }

    /// <summary>The phone number id it befalls; null befalls all.</summary>
    public string? Number { get; init; }

    /// <summary>How many calls it befalls. Default: one.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The call is refused with a code of the Graph API, and nothing happens.</summary>
    public sealed record Refusal(int Code, string Details, int Status = 400) : Fault
    {
        public int? Subcode { get; init; }

        /// <summary>Seconds.</summary>
        public int? RetryAfter { get; init; }
    }

    /// <summary>Something before WhatsApp answers with this status of HTTP, and nothing happens.</summary>
    public sealed record HttpStatus(int Status) : Fault;

    /// <summary>The message is taken, and a status tells later that it failed with this code.</summary>
    public sealed record FailsLater(int Code, string Details) : Fault;

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

    public static Refusal ExpiredToken() => new(190, "Session has expired", 401) { Subcode = 463 };

    public static Refusal TooManyRequests(int retryAfter) => new(130429, "Rate limit hit", 429) { RetryAfter = retryAfter };

    public static Refusal PairRateLimit() => new(131056, "Too many messages sent to this recipient in a short time.");

    public static Refusal Undeliverable() => new(131026, "Message undeliverable.");

    public static Refusal ServerError() => new(131016, "Service temporarily unavailable.", 500);
}

namespace Rozmova.Simulators.Viber;

/// <summary>Something that goes wrong on purpose, for the next matching calls.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The method it befalls; null befalls all. File downloads are the method <c>download</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The customer it befalls; null befalls all.</summary>
    public string? Receiver { get; init; }

    /// <summary>How many calls it befalls. Default: one.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The call is refused with a number of Viber's, under HTTP 200, and nothing happens.</summary>
    public sealed record Refusal(int Status, string Message) : Fault;

    /// <summary>Something before Viber answers with this status of HTTP, and nothing happens.</summary>
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

    public static Refusal InvalidToken() => new(2, "Invalid auth token");

    public static Refusal NotSubscribed() => new(6, "receiver is not subscribed");

    public static Refusal TooManyRequests() => new(12, "Too many requests");

    public static HttpStatus MissingFile() => new(403) { Method = Faults.Download };
}

/// <summary>The faults that wait for their calls; of several that match, the one added first is used up first.</summary>
public sealed class Faults
{
    /// <summary>The name by which faults and the call log know file downloads.</summary>
    public const string Download = "download";

    private readonly Lock _gate = new();
    private readonly List<Fault> _pending = [];

    /// <summary>Adds a fault and gives it back, to be released when it hangs.</summary>
    public T Add<T>(T fault)
        where T : Fault
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _pending.AddRange(Enumerable.Repeat(fault, fault.Count));
        }

        return fault;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    internal Fault? Take(string method, string? receiver)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(fault =>
                (fault.Method ?? method) == method && (fault.Receiver is null || fault.Receiver == receiver));
            if (index < 0)
            {
                return null;
            }

            var fault = _pending[index];
            _pending.RemoveAt(index);
            return fault;
        }
    }
}

namespace Rozmova.Simulators.WeChat;

/// <summary>One push on its way: delivered once it was answered with 200 in time, else tried again a few times.</summary>
public sealed class Push
{
    private readonly Lock _gate = new();
    private readonly List<PushAttempt> _attempts = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Push(Follower follower, string elements)
    {
        Follower = follower;
        Elements = elements;
    }

    public Follower Follower { get; }

    /// <summary>Everything between <c>&lt;xml&gt;</c> and its end.</summary>
    public string Elements { get; }

    public IReadOnlyList<PushAttempt> Attempts
    {
        get
        {
            lock (_gate)
            {
                return [.. _attempts];
            }
        }
    }

    /// <summary>Completes when it was answered, or given up.</summary>
    public Task Ended => _ended.Task;

    internal void Add(PushAttempt attempt)
    {
        lock (_gate)
        {
            _attempts.Add(attempt);
        }
    }

    internal void End() => _ended.TrySetResult();
}

/// <summary>One delivery: the status and body of its answer; no status when none came in time.</summary>
public sealed record PushAttempt(int? Status, string? Body)
{
    public bool IsAnswered => Status == 200;
}

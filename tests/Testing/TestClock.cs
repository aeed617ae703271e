namespace Rozmova.Testing;

/// <summary>
/// Time that stands still until the test moves it. Timers, and with them every delay and timeout given this provider, fire
/// inside <see cref="Advance"/>, in the order they are due, each seeing the moment it was due at.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TestTimer> _armed = [];
    private DateTimeOffset _now = start;

    public TestClock()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>How many timers wait: lets a test see that the code under test has begun its delay before moving time.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_lock)
            {
                return _armed.Count;
            }
        }
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var until = GetUtcNow() + by;
        while (NextDue(until) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Moves to the first timer due by then and takes it; with none left, moves all the way.</summary>
    private TestTimer? NextDue(DateTimeOffset until)
    {
        lock (_lock)
        {
            var next = _armed.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
            {
                _now = until;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            Rearm(next, next.Period);
            return next;
        }
    }

    private void Rearm(TestTimer timer, TimeSpan after)
    {
        _armed.Remove(timer);
        if (after >= TimeSpan.Zero)
        {
            timer.Due = _now + after;
            _armed.Add(timer);
        }
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                if (_disposed)
                {
                    return false;
                }

                // As in the system's timer, a period of zero means once.
                Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
                clock.Rearm(this, dueTime);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _disposed = true;
                clock._armed.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

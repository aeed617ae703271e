using Rozmova.Testing;

namespace Rozmova.Architecture.Tests.Testing;

public sealed class TestClockTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        var start = _clock.GetUtcNow();
        var stamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        _clock.GetUtcNow().ShouldBe(start.AddMinutes(5));
        _clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_delay_ends_when_its_time_has_come_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock, CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(9));
        delay.IsCompleted.ShouldBeFalse();
        _clock.ArmedTimers.ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(1));
        delay.IsCompletedSuccessfully.ShouldBeTrue();
        _clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_each_at_its_own_moment()
    {
        var start = _clock.GetUtcNow();
        List<TimeSpan> fired = [];
        using var late = Once(TimeSpan.FromSeconds(3), fired, start);
        using var early = Once(TimeSpan.FromSeconds(1), fired, start);

        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)]);
    }

    [Fact]
    public void A_periodic_timer_fires_once_for_every_period_passed()
    {
        var fired = 0;
        using var timer = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(5));

        fired.ShouldBe(3);
    }

    [Fact]
    public void A_timer_armed_by_another_fires_in_the_same_advance_when_due()
    {
        var fired = false;
        using var second = _clock.CreateTimer(_ => fired = true, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        using var first = _clock.CreateTimer(
            _ => second.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeTrue();
    }

    [Fact]
    public void A_disposed_timer_never_fires_and_cannot_be_armed_again()
    {
        var fired = false;
        var timer = _clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(2));

        fired.ShouldBeFalse();
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeFalse();
    }

    [Fact]
    public void A_cancellation_by_timeout_follows_the_clock()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);

        _clock.Advance(TimeSpan.FromSeconds(30));

        timeout.IsCancellationRequested.ShouldBeTrue();
    }

    private ITimer Once(TimeSpan due, List<TimeSpan> fired, DateTimeOffset start) =>
        _clock.CreateTimer(_ => fired.Add(_clock.GetUtcNow() - start), null, due, Timeout.InfiniteTimeSpan);
}

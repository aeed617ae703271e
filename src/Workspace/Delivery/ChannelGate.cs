using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Delivery;

/// <summary>
/// How much of one channel's may leave now: parallel places, the platform's rate, its wishes to wait, and whether it works at all.
/// Not for two threads at once.
/// </summary>
internal sealed class ChannelGate(Random random)
{
    private const int Concurrency = 16;

    private readonly RateWindow _window = new();
    private readonly Breaker _breaker = new(random);
    private int _taken;
    private DateTimeOffset _throttledUntil;
    private LiveChannel? _rejected;

    // A channel the directory does not know may be deleted: its messages go on, to be failed by what the store says.
    public int Free(LiveChannel? channel, DateTimeOffset now)
    {
        if (channel is { Row.Enabled: false } || now < _breaker.ShutUntil || now < _throttledUntil)
        {
            return 0;
        }

        var places = (_breaker.IsTrying ? 1 : Concurrency) - _taken;
        return Math.Min(places, _window.Free(channel?.Platform.Capabilities.ChannelRatePerSecond, now));
    }

    /// <summary>When something may leave as far as time decides it; null when only an answer that is out, or an admin, can open the way.</summary>
    public DateTimeOffset? OpensAt(LiveChannel? channel, DateTimeOffset now)
    {
        if (channel is { Row.Enabled: false })
        {
            return null;
        }

        var rate = channel?.Platform.Capabilities.ChannelRatePerSecond;
        return (_window.Free(rate, now) > 0 ? now : _window.NextFreeAt) is { } free
            ? Later(free, Later(_breaker.ShutUntil, _throttledUntil))
            : null;
    }

    /// <summary>Takes a place for a departure that is prepared.</summary>
    public void Take()
    {
        _taken++;
        _window.Reserve();
    }

    /// <summary>It does not leave after all.</summary>
    public void GiveBack()
    {
        _taken--;
        _window.Release();
    }

    /// <summary>It leaves.</summary>
    public void Leave(DateTimeOffset now) => _window.Leave(now);

    /// <summary>It came back with <paramref name="outcome"/>. Returns a report when that changes how the channel stands.</summary>
    public ConnectionReport? Learn(SendOutcome outcome, LiveChannel channel, DateTimeOffset now)
    {
        _taken--;
        switch (outcome)
        {
            case SendOutcome.ChannelRejected rejected:
                var known = _rejected is not null;
                _rejected = channel;
                _breaker.Rejected(now);
                return known ? null : ConnectionReport.Failed(rejected.Detail);
            case SendOutcome.NotDelivered or SendOutcome.Unknown:
                _breaker.Failed(now);
                return null;
            case SendOutcome.Throttled { Scope: ThrottleScope.Channel } throttled:
                _throttledUntil = Later(_throttledUntil, now + throttled.Wait);
                break;
        }

        _breaker.Answered();
        var mended = _rejected is not null && outcome is SendOutcome.Sent or SendOutcome.Taken;
        _rejected = mended ? null : _rejected;
        return mended ? ConnectionReport.Connected : null;
    }

    /// <summary>The channel was changed. One that was refused is tried anew once somebody else found it connected.</summary>
    public void Look(LiveChannel? channel)
    {
        if (_rejected is not null && channel is { Row.State: ConnectionState.Connected } && !ReferenceEquals(channel, _rejected))
        {
            _rejected = null;
            _breaker.Answered();
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

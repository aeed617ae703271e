using System.Collections.Concurrent;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Desks.TelegramDesk.Bot;

/// <summary>
/// Keeps below Telegram's limits, so that it need not ask us to wait: 20 messages a minute into a group, one a second into a private chat
/// with a small burst, 30 a second from a bot. In memory only: after a restart Telegram itself reminds us.
/// </summary>
internal sealed class ChatPace(TimeProvider time)
{
    private const int GroupBurst = 19;
    private const double GroupPerSecond = 19 / 60.0;
    private const int PersonBurst = 3;
    private const int BotPerSecond = 28;

    private readonly ConcurrentDictionary<(Guid Desk, long Chat), Bucket> _buckets = [];

    /// <summary>Takes the place of one message. How long it has to wait; zero when it may leave.</summary>
    /// <param name="desk">Whose bot.</param>
    /// <param name="chat">The chat; groups have ids below zero.</param>
    public TimeSpan Take(ChannelConnection desk, long chat)
    {
        var wait = BucketOf(desk, chat).Take();
        return wait > TimeSpan.Zero ? wait : BucketOf(desk, chat: 0).Take();
    }

    private Bucket BucketOf(ChannelConnection desk, long chat) => _buckets.GetOrAdd((desk.Id.Value, chat), key => key.Chat switch
    {
        0 => new Bucket(BotPerSecond, BotPerSecond, time),
        < 0 => new Bucket(GroupBurst, GroupPerSecond, time),
        _ => new Bucket(PersonBurst, 1, time),
    });

    private sealed class Bucket(double capacity, double perSecond, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private double _taken;
        private long _emptiedAt = time.GetTimestamp();

        public TimeSpan Take()
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                _taken = Math.Max(0, _taken - (time.GetElapsedTime(_emptiedAt, now).TotalSeconds * perSecond));
                _emptiedAt = now;
                if (_taken + 1 <= capacity)
                {
                    _taken++;
                    return TimeSpan.Zero;
                }

                return TimeSpan.FromSeconds((_taken + 1 - capacity) / perSecond);
            }
        }
    }
}

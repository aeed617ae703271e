using System.Collections.Concurrent;

namespace Rozmova.Simulators.Telegram;

/// <summary>About 30 messages a second from one bot, one a second into one chat with a small burst, 20 a minute into a group.</summary>
internal sealed class SendLimits(TimeProvider time)
{
    private const int PerBot = 30;
    private const int BurstPerChat = 3;
    private const int PerGroup = 20;

    private readonly Bucket _bot = new(PerBot, PerBot, time);
    private readonly ConcurrentDictionary<long, Bucket> _chats = [];

    /// <summary>Null, or how many seconds to wait.</summary>
    public int? Take(long chatId) =>
        _bot.Take() ?? _chats.GetOrAdd(chatId, NewBucket).Take();

    /// <summary>Groups have ids below zero.</summary>
    private Bucket NewBucket(long chatId) => chatId < 0
        ? new Bucket(PerGroup, PerGroup / 60.0, time)
        : new Bucket(BurstPerChat, perSecond: 1, time);

    private sealed class Bucket(int capacity, double perSecond, TimeProvider time)
    {
        private readonly Lock _gate = new();
        private double _tokens = capacity;
        private long _filledAt = time.GetTimestamp();

        public int? Take()
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(capacity, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
                _filledAt = now;
                if (_tokens >= 1)
                {
                    _tokens--;
                    return null;
                }

                return (int)Math.Ceiling((1 - _tokens) / perSecond);
            }
        }
    }
}

using System.Collections.Concurrent;

namespace Rozmova.Simulators.Telegram;

/// <summary>About 30 messages a second from one bot and one a second into one chat, with a small burst.</summary>
internal sealed class SendLimits(TimeProvider time)
{
    private const int PerBot = 30;
    private const int BurstPerChat = 3;

    private readonly Bucket _bot = new(PerBot, PerBot, time);
    private readonly ConcurrentDictionary<long, Bucket> _chats = [];

    /// <summary>Null, or how many seconds to wait.</summary>
    public int? Take(long chatId) =>
        _bot.Take() ?? _chats.GetOrAdd(chatId, _ => new Bucket(BurstPerChat, perSecond: 1, time)).Take();

    private sealed class Bucket(int capacity, int perSecond, TimeProvider time)
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

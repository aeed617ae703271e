using System.Text;
using System.Text.Json.Nodes;

namespace Rozmova.Platforms.TelegramUser;

/// <summary>
/// What has come and is not yet durable. A batch stays until the next poll confirms it. Bounded: TDLib cannot be held up, so what is too
/// much is dropped and read again from history (<see cref="HasGap"/>).
/// </summary>
internal sealed class SessionInbox(Pulse pulse)
{
    private const int Most = 10_000;
    private const int MostAtOnce = 200;

    private readonly Lock _lock = new();
    private readonly Queue<(ReadOnlyMemory<byte> Update, long Date)> _waiting = [];
    private SessionBatch? _told;

    /// <summary>Whether something was dropped since <see cref="CloseGap"/>.</summary>
    public bool HasGap { get; private set; }

    /// <summary>Keeps an update. <paramref name="date"/> is its message's, 0 for what is no message.</summary>
    public void Offer(JsonObject update, long date)
    {
        lock (_lock)
        {
            if (_waiting.Count < Most)
            {
                _waiting.Enqueue((Encoding.UTF8.GetBytes(update.ToJsonString()), date));
            }
            else
            {
                HasGap = true;
            }
        }

        pulse.Beat();
    }

    /// <summary>From here on nothing is known to be missing.</summary>
    public void CloseGap()
    {
        lock (_lock)
        {
            HasGap = false;
        }
    }

    /// <summary>The next batch behind <paramref name="offset"/>, or again the one that was not confirmed; null when there is none.</summary>
    public SessionBatch? Take(SessionOffset offset)
    {
        lock (_lock)
        {
            _told = _told is null || _told.Offset.Batch == offset.Batch ? Cut(offset) : _told;
            return _told;
        }
    }

    private SessionBatch? Cut(SessionOffset offset)
    {
        List<ReadOnlyMemory<byte>> updates = [];
        var date = offset.Date;
        while (updates.Count < MostAtOnce && _waiting.TryDequeue(out var next))
        {
            updates.Add(next.Update);
            date = Math.Max(date, next.Date);
        }

        return updates.Count == 0 ? null : new SessionBatch(updates, new SessionOffset(date, offset.Batch + 1));
    }
}

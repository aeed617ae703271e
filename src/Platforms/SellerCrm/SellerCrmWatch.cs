namespace Rozmova.Platforms.SellerCrm;

/// <summary>A chat to be read.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Line">What the list says of it; null where only a signal named it.</param>
/// <param name="IsHinted">A signal says that there is news.</param>
internal sealed record WantedChat(long Order, ChatLine? Line, bool IsHinted);

/// <summary>
/// What a channel's poller is about. It lives in the process that polls; when that was another one, or did not keep what it had read, all of
/// it begins anew.
/// </summary>
internal sealed class SellerCrmWatch
{
    private readonly LinkedList<WantedChat> _queue = [];
    private string? _offset;
    private bool _isUnderway;

    /// <summary>When the list is looked at again.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>How often it was.</summary>
    public long Looks { get; set; }

    /// <summary>The next look is at the whole list: after a start, and after anything went wrong.</summary>
    public bool WantsAll { get; set; } = true;

    /// <summary>The newest message of a whole list whose chats are still being read; null while there is none.</summary>
    public long? Reaching { get; set; }

    /// <summary>How often in a row the CRM could not be asked.</summary>
    public int Troubles { get; set; }

    /// <summary>How often a chat could not be read though others could.</summary>
    public Dictionary<long, int> Failures { get; } = [];

    public bool IsIdle => _queue.Count == 0;

    /// <summary>Goes on from what is durable: with the queue, unless the call before broke off or what it handed over was not kept.</summary>
    public void GoOnFrom(string? offset)
    {
        if (offset != _offset || _isUnderway)
        {
            _offset = offset;
            _queue.Clear();
            (NextAt, WantsAll, Reaching) = (DateTimeOffset.MinValue, true, null);
        }

        _isUnderway = true;
    }

    /// <summary>What is handed over now will be durable when it comes back; null hands over nothing.</summary>
    public string? HandOver(SellerCrmOffset? offset)
    {
        _isUnderway = false;
        return _offset = offset?.ToString() ?? _offset;
    }

    /// <summary>Of the others, nothing is wanted any more.</summary>
    public void ForgetFailuresBut(HashSet<long> wanted)
    {
        foreach (var order in Failures.Keys.Where(order => !wanted.Contains(order)).ToList())
        {
            Failures.Remove(order);
        }
    }

    /// <summary>Puts chats before all that waits, in their order. One that waits already is read once.</summary>
    public void WantFirst(IEnumerable<WantedChat> chats)
    {
        foreach (var chat in chats.Reverse())
        {
            var waiting = _queue.FirstOrDefault(wanted => wanted.Order == chat.Order);
            if (waiting is not null)
            {
                _queue.Remove(waiting);
            }

            _queue.AddFirst(chat with { Line = chat.Line ?? waiting?.Line, IsHinted = chat.IsHinted || waiting?.IsHinted == true });
        }
    }

    /// <summary>Puts chats behind all that waits.</summary>
    public void WantLast(IEnumerable<WantedChat> chats)
    {
        foreach (var chat in chats.Where(chat => _queue.All(wanted => wanted.Order != chat.Order)))
        {
            _queue.AddLast(chat);
        }
    }

    public WantedChat? Next()
    {
        var first = _queue.First?.Value;
        if (first is not null)
        {
            _queue.RemoveFirst();
        }

        return first;
    }
}

using Rozmova.Messaging;

namespace Rozmova.Desks.Webim;

/// <summary>
/// The newest buttons of visitors of whom nothing that is said is stored: what buttons are called, and often their ids, are words. In
/// memory, and gone with the process: then a press is said in words. Bounded: the oldest make room.
/// </summary>
internal sealed class PassingButtons
{
    private const int Most = 5000;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(DeskId Desk, string Visitor), OfferedButtons> _offered = [];

    public OfferedButtons? Find(DeskId desk, string visitorId)
    {
        lock (_gate)
        {
            return _offered.GetValueOrDefault((desk, visitorId));
        }
    }

    public void Put(DeskId desk, string visitorId, OfferedButtons offered)
    {
        lock (_gate)
        {
            _offered.Remove((desk, visitorId));
            _offered.Add((desk, visitorId), offered);
            if (_offered.Count > Most)
            {
                _offered.RemoveAt(0);
            }
        }
    }

    public void Remove(DeskId desk, string visitorId)
    {
        lock (_gate)
        {
            _offered.Remove((desk, visitorId));
        }
    }
}

namespace Rozmova.Simulators.Telegram;

/// <summary>The faults that wait for their calls; of several that match, the one added first is used up first.</summary>
public sealed class Faults
{
    /// <summary>The name by which faults and the call log know file downloads.</summary>
    public const string Download = "download";

    private readonly Lock _gate = new();
    private readonly List<Pending> _pending = [];
    private volatile bool _any;

    /// <summary>Adds a fault and gives it back, to be released when it hangs.</summary>
    public T Add<T>(T fault)
        where T : Fault
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _pending.Add(new Pending(fault, fault.Count));
            _any = true;
        }

        return fault;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
            _any = false;
        }
    }

    internal Fault? Take(string method, long? chatId)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            var index = _pending.FindIndex(each => Befalls(each.Fault, method, chatId));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _pending[index];
            if (left > 1)
            {
                _pending[index] = new Pending(fault, left - 1);
            }
            else
            {
                _pending.RemoveAt(index);
                _any = _pending.Count > 0;
            }

            return fault;
        }
    }

    private static bool Befalls(Fault fault, string method, long? chatId) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.ChatId is null || fault.ChatId == chatId);

    private sealed record Pending(Fault Fault, int Left);
}

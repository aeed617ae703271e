namespace Rozmova.Simulators;

/// <summary>The faults that wait for their calls; of several that match, the one added first is used up first.</summary>
public sealed class Faults
{
    /// <summary>The name by which faults and the call log know file downloads.</summary>
    public const string Download = "download";

    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _pending = [];
    private volatile bool _any; // spares the benchmarks the lock

    /// <summary>Adds a fault and gives it back, to be released when it hangs.</summary>
    public T Add<T>(T fault)
        where T : Fault
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _pending.Add((fault, fault.Count));
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

    /// <summary>What befalls a call, if anything.</summary>
    /// <param name="method">The call's name.</param>
    /// <param name="concerns">Whether it is a call of, or to, the one with this id.</param>
    internal Fault? Take(string method, Predicate<string> concerns)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            var index = _pending.FindIndex(each => Befalls(each.Fault, method, concerns));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _pending[index];
            if (left > 1)
            {
                _pending[index] = (fault, left - 1);
            }
            else
            {
                _pending.RemoveAt(index);
                _any = _pending.Count > 0;
            }

            return fault;
        }
    }

    private static bool Befalls(Fault fault, string method, Predicate<string> concerns) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Whom is null || concerns(fault.Whom));
}

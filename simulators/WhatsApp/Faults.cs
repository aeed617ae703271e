namespace Rozmova.Simulators.WhatsApp;

/// <summary>The faults that wait for their calls; of several that match, the one added first is used up first.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _pending = [];

    /// <summary>Adds a fault and gives it back, to be released when it hangs.</summary>
    public T Add<T>(T fault)
        where T : Fault
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _pending.AddRange(Enumerable.Repeat(fault, fault.Count));
        }

        return fault;
    }

    internal Fault? Take(string method, string number)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(fault => (fault.Method ?? method) == method && (fault.Number ?? number) == number);
            if (index < 0)
            {
                return null;
            }

            var fault = _pending[index];
            _pending.RemoveAt(index);
            return fault;
        }
    }
}

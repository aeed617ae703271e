namespace Rozmova.Simulators.WeChat;

/// <summary>The faults that wait for their calls; of several that match, the one added first is used up first.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<(Fault Fault, int Left)> _pending = [];

    /// <summary>Adds a fault and gives it back, to be released when it hangs.</summary>
    public T Add<T>(T fault)
        where T : Fault
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _pending.Add((fault, fault.Count));
        }

        return fault;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    internal Fault? Take(string path, string body)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(each => Befalls(each.Fault, path, body));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = _pending[index];
            _pending.RemoveAt(index);
            if (left > 1)
            {
                _pending.Insert(index, (fault, left - 1));
            }

            return fault;
        }
    }

    private static bool Befalls(Fault fault, string path, string body) =>
        (fault.Path is null || fault.Path == path)
        && (fault.OpenId is null || body.Contains($"\"{fault.OpenId}\"", StringComparison.Ordinal));
}

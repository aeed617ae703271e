using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Relay;

/// <summary>
/// The one relay of a process. Bounded by number and by bytes: what does not fit is refused, as its sender can keep it and we may not.
/// </summary>
internal sealed class MemoryRelay(IOptions<RelayOptions> options, TimeProvider time) : IRelay, IDisposable
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byName = [];
    private readonly LinkedList<Entry> _byAge = new();
    private readonly RelayOptions _options = options.Value;
    private ITimer? _timer;
    private long _bytes;

    /// <inheritdoc/>
    public bool TryKeep(string name, object item, long bytes)
    {
        lock (_gate)
        {
            RemoveExpired();
            return _byName.ContainsKey(name) || TryAdd(name, item, bytes);
        }
    }

    /// <inheritdoc/>
    public bool TryPut(string name, object item, long bytes)
    {
        lock (_gate)
        {
            RemoveExpired();
            if (_byName.GetValueOrDefault(name) is not { } former)
            {
                return TryAdd(name, item, bytes);
            }

            if (_bytes - former.Value.Bytes + bytes > _options.MostBytes)
            {
                return false;
            }

            Remove(former);
            return TryAdd(name, item, bytes);
        }
    }

    /// <inheritdoc/>
    public T? Find<T>(string name) where T : class
    {
        lock (_gate)
        {
            RemoveExpired();
            return _byName.GetValueOrDefault(name)?.Value.Item as T;
        }
    }

    /// <inheritdoc/>
    public void Release(string name)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(name, out var node))
            {
                Remove(node);
            }
        }
    }

    /// <inheritdoc/>
    public void Release(string name, object item)
    {
        lock (_gate)
        {
            if (_byName.TryGetValue(name, out var node) && ReferenceEquals(node.Value.Item, item))
            {
                Remove(node);
            }
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Expire()
    {
        lock (_gate)
        {
            RemoveExpired();
        }
    }

    private bool TryAdd(string name, object item, long bytes)
    {
        if (_byName.Count >= _options.MostItems || _bytes + bytes > _options.MostBytes)
        {
            return false;
        }

        // By the clock and not only when somebody asks: memory is to hold nothing for longer than was promised.
        _timer ??= time.CreateTimer(_ => Expire(), null, Sweep, Sweep);
        _byName.Add(name, _byAge.AddLast(new Entry(name, item, bytes, time.GetUtcNow() + _options.Lifetime)));
        _bytes += bytes;
        return true;
    }

    private void RemoveExpired()
    {
        var now = time.GetUtcNow();
        while (_byAge.First is { } oldest && oldest.Value.Until <= now)
        {
            Remove(oldest);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byAge.Remove(node);
        _byName.Remove(node.Value.Name);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Entry(string Name, object Item, long Bytes, DateTimeOffset Until)
    {
        public override string ToString() => nameof(Entry);
    }
}

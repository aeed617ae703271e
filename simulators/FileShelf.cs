using System.Collections.Concurrent;

namespace Rozmova.Simulators;

/// <summary>The files of both sides, by ids that the platform makes of their numbers.</summary>
public sealed class FileShelf
{
    private readonly ConcurrentDictionary<string, SimulatedFile> _files = [];
    private readonly Func<int, string> _idOf;
    private int _lastNumber;

    internal FileShelf(Func<int, string> idOf) => _idOf = idOf;

    /// <summary>Takes a file and gives its id.</summary>
    public string Keep(SimulatedFile file)
    {
        var id = _idOf(Interlocked.Increment(ref _lastNumber));
        _files[id] = file;
        return id;
    }

    public SimulatedFile? Find(string? id) => id is null ? null : _files.GetValueOrDefault(id);

    /// <summary>The files have had their time.</summary>
    public void Clear() => _files.Clear();
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Rozmova.Simulators.WhatsApp;

/// <summary>A file that somebody sends.</summary>
public sealed record SimulatedFile(string Name, string MimeType, ReadOnlyMemory<byte> Content);

/// <summary>The files of both sides, by the id that messages carry.</summary>
internal sealed class FileShelf
{
    private readonly ConcurrentDictionary<string, SimulatedFile> _files = [];
    private long _last = 1_003_383_421_387_000;

    public string Add(SimulatedFile file)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        _files[id] = file;
        return id;
    }

    public SimulatedFile? Find(string? id) => id is null ? null : _files.GetValueOrDefault(id);

    public void Remove(string id) => _files.TryRemove(id, out _);
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Rozmova.Simulators.WeChat;

/// <summary>A file, a follower's or one that was uploaded.</summary>
public sealed record SimulatedFile(string Name, string MimeType, ReadOnlyMemory<byte> Content);

/// <summary>The temporary files of one account.</summary>
public sealed class MediaShelf
{
    private readonly ConcurrentDictionary<string, SimulatedFile> _files = [];
    private int _last;

    public string Keep(SimulatedFile file)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"mFILE{Interlocked.Increment(ref _last):D4}");
        _files[id] = file;
        return id;
    }

    public SimulatedFile? Find(string? id) => _files.GetValueOrDefault(id ?? "");

    /// <summary>Three days are over.</summary>
    public void Clear() => _files.Clear();
}

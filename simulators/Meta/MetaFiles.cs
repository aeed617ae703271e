using System.Collections.Concurrent;
using System.Globalization;

namespace Rozmova.Simulators.Meta;

/// <summary>The files that can be fetched by their address, or sent by their id.</summary>
internal sealed class MetaFiles
{
    private readonly ConcurrentDictionary<string, MetaFile> _byId = [];
    private int _lastNumber;

    public string Keep(MetaFile file)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"6877{Interlocked.Increment(ref _lastNumber):D11}");
        _byId[id] = file;
        return id;
    }

    public Uri Keep(MetaFile file, Uri host) => new(host, $"files/{Keep(file)}/{Uri.EscapeDataString(file.Name)}");

    public MetaFile? Find(string id) => _byId.GetValueOrDefault(id);
}

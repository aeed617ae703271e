using System.Collections.Frozen;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>All platforms by name. Two of one name stop the start.</summary>
public sealed class PlatformCatalogue(IEnumerable<IPlatform> platforms)
{
    private readonly FrozenDictionary<string, IPlatform> _byKey = platforms.ToFrozenDictionary(platform => platform.Key, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<IPlatform> All => _byKey.Values;

    /// <summary>One by name; null when nobody brought it.</summary>
    public IPlatform? Find(string key) => _byKey.GetValueOrDefault(key);
}

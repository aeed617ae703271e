using System.Collections.Frozen;
using Rozmova.Messaging;

namespace Rozmova.Workspace.Desks;

/// <summary>All kinds of desk by name. Two of one name stop the start.</summary>
public sealed class DeskCatalogue(IEnumerable<IDesk> kinds)
{
    private readonly FrozenDictionary<string, IDesk> _byKind = kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<IDesk> All => _byKind.Values;

    /// <summary>One by name; null when nobody brought it.</summary>
    public IDesk? Find(string kind) => _byKind.GetValueOrDefault(kind);
}

/// <summary>
/// All desks in memory. Replaced as a whole after a change, so readers need no lock; read again now and then where another node may have
/// changed something.
/// </summary>
public sealed class DeskDirectory
{
    private Snapshot _current = new([]);

    /// <summary>Raised after every replacement, on the thread that replaced. Handlers are quick and do not throw.</summary>
    public event Action? Changed;

    /// <summary>All desks.</summary>
    public IReadOnlyCollection<LiveDesk> All => _current.ById.Values;

    /// <summary>One by id; null when there is none (any more).</summary>
    public LiveDesk? Find(DeskId id) => _current.ById.GetValueOrDefault(id);

    /// <summary>One by the path its server calls: the long one, or its own short one.</summary>
    public LiveDesk? FindByPath(string path) => _current.ByPath.GetValueOrDefault(path);

    /// <summary>The desks that answer conversations of a channel: switched on, and set to serve it.</summary>
    public IEnumerable<LiveDesk> Serving(ChannelId channel) => All.Where(desk => desk.Row.Enabled && desk.Row.Serves(channel));

    /// <summary>Replaces everything.</summary>
    public void Replace(IReadOnlyCollection<LiveDesk> desks)
    {
        Volatile.Write(ref _current, new Snapshot(desks));
        Changed?.Invoke();
    }

    private sealed class Snapshot(IReadOnlyCollection<LiveDesk> desks)
    {
        public FrozenDictionary<DeskId, LiveDesk> ById { get; } = desks.ToFrozenDictionary(desk => desk.Row.Id);

        public FrozenDictionary<string, LiveDesk> ByPath { get; } = desks
            .SelectMany(desk => new[] { desk.WebhookPath, desk.Row.Path }.OfType<string>().Select(path => (path, desk)))
            .ToFrozenDictionary(pair => pair.path, pair => pair.desk, StringComparer.Ordinal);
    }
}

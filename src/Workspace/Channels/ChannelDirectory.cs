using System.Collections.Frozen;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>A channel ready for use: its row, its platform, its settings in clear.</summary>
public sealed record LiveChannel(Channel Row, IPlatform Platform, ChannelConnection Connection)
{
    /// <summary>Where its platform calls.</summary>
    public string WebhookPath { get; } = $"/api/v1/communications/webhooks/{Row.Platform}/{Row.Id}";

    /// <summary>As conversations show it.</summary>
    public Conversations.ConversationChannelBody Body { get; } = new(Row.Id, Row.Platform, Row.Name);
}

/// <summary>
/// All channels in memory, since every webhook asks for one. Replaced as a whole after a change, so readers need no lock.
/// </summary>
public sealed class ChannelDirectory
{
    private Snapshot _current = new([]);

    /// <summary>Raised after every replacement, on the thread that replaced. Handlers are quick and do not throw.</summary>
    public event Action? Changed;

    /// <summary>Reads the store again. Set where other nodes share it: only there may a channel exist that is not here.</summary>
    internal Func<CancellationToken, ValueTask>? Refresh { get; set; }

    /// <summary>All channels.</summary>
    public IReadOnlyCollection<LiveChannel> All => _current.ById.Values;

    /// <summary>One by id; null when there is none (any more).</summary>
    public LiveChannel? Find(ChannelId id) => _current.ById.GetValueOrDefault(id);

    /// <summary>One by id, also one that another node added a moment ago; null when there is none (any more).</summary>
    public async ValueTask<LiveChannel?> FindAsync(ChannelId id, CancellationToken cancellationToken)
    {
        if (Find(id) is null && Refresh is { } refresh)
        {
            await refresh(cancellationToken);
        }

        return Find(id);
    }

    /// <summary>One by the path its platform calls: the long one, or its own short one.</summary>
    public LiveChannel? FindByPath(string path) => _current.ByPath.GetValueOrDefault(path);

    /// <summary>All of one platform.</summary>
    public IEnumerable<LiveChannel> Of(string platform) => All.Where(channel => channel.Row.Platform == platform);

    /// <summary>Replaces everything.</summary>
    public void Replace(IReadOnlyCollection<LiveChannel> channels)
    {
        Volatile.Write(ref _current, new Snapshot(channels));
        Changed?.Invoke();
    }

    private sealed class Snapshot(IReadOnlyCollection<LiveChannel> channels)
    {
        public FrozenDictionary<ChannelId, LiveChannel> ById { get; } = channels.ToFrozenDictionary(channel => channel.Row.Id);

        public FrozenDictionary<string, LiveChannel> ByPath { get; } = channels
            .SelectMany(channel => new[] { channel.WebhookPath, channel.Row.Path }.OfType<string>().Select(path => (path, channel)))
            .ToFrozenDictionary(pair => pair.path, pair => pair.channel, StringComparer.Ordinal);
    }
}

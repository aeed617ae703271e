using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

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

/// <summary>Fills the <see cref="DeskDirectory"/>: at start, after each change, and now and then where the store is shared.</summary>
internal sealed class DeskLoader(
    IDeskStore store, DeskCatalogue kinds, ChannelSettings settings, DeskDirectory directory, IOptions<RozmovaOptions> options,
    TimeProvider time, ILogger<DeskLoader> logger) : BackgroundService
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads all desks anew. One at a time, so that an older reading never replaces a newer one.</summary>
    public async ValueTask ReloadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            directory.Replace([.. (await store.ListAsync(cancellationToken)).Select(Load).OfType<LiveDesk>()]);
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Database.Length == 0)
        {
            return; // nobody else writes to an embedded store
        }

        using var timer = new PeriodicTimer(Refresh, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReloadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException) // the database is away: what we know stays
            {
                logger.RefreshFailed(exception);
            }
        }
    }

    private LiveDesk? Load(Desk row)
    {
        if (directory.Find(row.Id) is { } known && known.Row.UpdatedAt == row.UpdatedAt)
        {
            return known;
        }

        if (kinds.Find(row.Kind) is not { } kind)
        {
            logger.KindMissing(row.Id, row.Kind);
            return null;
        }

        try
        {
            var webhook = options.Value.PublicAddress is { } address
                ? new Uri(address, (row.Path ?? row.WebhookPath()).TrimStart('/'))
                : null;
            var opened = settings.Open(row.Id.Value, row.Settings, kind.Settings);
            return new LiveDesk(row, kind, new ChannelConnection(new ChannelId(row.Id.Value), row.Kind, opened, webhook));
        }
        catch (CryptographicException exception) // the keys are gone; the admin has to enter the secrets again
        {
            logger.SecretsUnreadable(exception, row.Id);
            return null;
        }
    }
}

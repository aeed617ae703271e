using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Rozmova.Workspace.Channels;

/// <summary>Keeps in memory what every request asks for: read at start, after each change, and now and then where another node may have changed it.</summary>
internal abstract class DirectoryLoader(IOptions<RozmovaOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether other nodes write to the store too.</summary>
    protected bool IsShared => options.Value.Database.Length > 0;

    /// <summary>The root we are reached at from outside; null without one.</summary>
    protected Uri? PublicAddress => options.Value.PublicAddress;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads all anew. One at a time, so that an older reading never replaces a newer one.</summary>
    public async ValueTask ReloadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await ReadAsync(cancellationToken);
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

    /// <summary>Replaces the directory by what is stored now.</summary>
    protected abstract ValueTask ReadAsync(CancellationToken cancellationToken);

    /// <summary>Says that the store could not be asked.</summary>
    protected abstract void SayFailed(Exception exception);

    /// <summary>While the database is away, what we know stays. Nobody else writes to an embedded one.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        IsShared ? time.RepeatAsync(Refresh, ReloadAsync, SayFailed, stoppingToken) : Task.CompletedTask;
}

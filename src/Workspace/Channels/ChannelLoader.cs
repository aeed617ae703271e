using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>
/// Fills the <see cref="ChannelDirectory"/>: at start, after each change, and now and then where another node may have changed
/// something.
/// </summary>
internal sealed class ChannelLoader(
    IChannelStore store, PlatformCatalogue platforms, ChannelSettings settings, ChannelDirectory directory,
    IOptions<RozmovaOptions> options, TimeProvider time, ILogger<ChannelLoader> logger) : BackgroundService
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    private bool IsShared => options.Value.Database.Length > 0;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Refresh = IsShared ? ReloadAsync : null;
        await ReloadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads all channels anew. One at a time, so that an older reading never replaces a newer one.</summary>
    public async ValueTask ReloadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var rows = await store.ListAsync(cancellationToken);
            directory.Replace([.. rows.Select(Load).OfType<LiveChannel>()]);
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
        if (!IsShared)
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

    private LiveChannel? Load(Channel row)
    {
        if (directory.Find(row.Id) is { } known && known.Row.UpdatedAt == row.UpdatedAt)
        {
            return known;
        }

        if (platforms.Find(row.Platform) is not { } platform)
        {
            logger.PlatformMissing(row.Id, row.Platform);
            return null;
        }

        try
        {
            var webhook = options.Value.PublicAddress is { } address ? new Uri(address, row.WebhookPath().TrimStart('/')) : null;
            return new LiveChannel(row, platform, new ChannelConnection(row.Id, row.Platform, settings.Open(row.Id.Value, row.Settings, platform.Settings), webhook));
        }
        catch (CryptographicException exception) // the keys are gone; the admin has to enter the secrets again
        {
            logger.SecretsUnreadable(exception, row.Id);
            return null;
        }
    }
}

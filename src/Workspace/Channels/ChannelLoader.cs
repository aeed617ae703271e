using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging.Platforms;

namespace Rozmova.Workspace.Channels;

/// <summary>Fills the <see cref="ChannelDirectory"/>.</summary>
internal sealed class ChannelLoader(
    IChannelStore store, PlatformCatalogue platforms, ChannelSettings settings, ChannelDirectory directory,
    IOptions<RozmovaOptions> options, TimeProvider time, ILogger<ChannelLoader> logger) : DirectoryLoader(options, time)
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        directory.Refresh = IsShared ? ReloadAsync : null;
        return base.StartAsync(cancellationToken);
    }

    protected override async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(cancellationToken);
        directory.Replace([.. rows.Select(Load).OfType<LiveChannel>()]);
    }

    protected override void SayFailed(Exception exception) => logger.RefreshFailed(exception);

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
            var webhook = PublicAddress is { } address ? new Uri(address, row.WebhookPath().TrimStart('/')) : null;
            return new LiveChannel(row, platform, new ChannelConnection(row.Id, row.Platform, settings.Open(row.Id.Value, row.Settings, platform.Settings), webhook));
        }
        catch (CryptographicException exception) // the keys are gone; the admin has to enter the secrets again
        {
            logger.SecretsUnreadable(exception, row.Id);
            return null;
        }
    }
}

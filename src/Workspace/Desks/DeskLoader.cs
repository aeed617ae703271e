using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;

namespace Rozmova.Workspace.Desks;

/// <summary>Fills the <see cref="DeskDirectory"/>.</summary>
internal sealed class DeskLoader(
    IDeskStore store, DeskCatalogue kinds, ChannelSettings settings, DeskDirectory directory, IOptions<RozmovaOptions> options,
    TimeProvider time, ILogger<DeskLoader> logger) : DirectoryLoader(options, time)
{
    protected override async ValueTask ReadAsync(CancellationToken cancellationToken) =>
        directory.Replace([.. (await store.ListAsync(cancellationToken)).Select(Load).OfType<LiveDesk>()]);

    protected override void SayFailed(Exception exception) => logger.RefreshFailed(exception);

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
            var webhook = PublicAddress is { } address
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

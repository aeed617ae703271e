using System.Data.Common;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Intake;
using Rozmova.Workspace.Relay;

namespace Rozmova.Workspace.Chats;

/// <summary>Leads what a serving platform brings through the same intake as every webhook.</summary>
internal sealed class ServedChannels(ChannelDirectory directory, IIntake intake, ILogger<ServedChannels> logger) : IServedChannels
{
    /// <inheritdoc/>
    public ChannelConnection? Find(string platform, ChannelId id) =>
        directory.Find(id) is { Row.Enabled: true } channel && channel.Row.Platform == platform ? channel.Connection : null;

    /// <inheritdoc/>
    public async ValueTask<bool> AcceptAsync(ChannelConnection channel, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (directory.Find(channel.Id) is not { Row.Enabled: true } live)
        {
            return false;
        }

        try
        {
            await intake.AcceptAsync(live, body, opened: null, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is DbException or IOException or TimeoutException or CannotRelayException)
        {
            logger.NotDurable(exception, channel.Id);
            return false;
        }
    }
}

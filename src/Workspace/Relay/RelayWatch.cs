using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rozmova.Messaging.Platforms;
using Rozmova.Workspace.Channels;
using Rozmova.Workspace.Desks;

namespace Rozmova.Workspace.Relay;

/// <summary>When desks come and go: pass-through channels say whether one serves them, and what waited for one that is gone waits no more.</summary>
internal sealed class RelayWatch(
    DeskDirectory desks, ChannelDirectory channels, IChannelStates states, LostTexts lost, ILogger<RelayWatch> logger) : BackgroundService
{
    // One waiting signal is as good as ten.
    private readonly Channel<bool> _changed = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desks.Changed += Look;
        try
        {
            await foreach (var _ in _changed.Reader.ReadAllAsync(stoppingToken))
            {
                lost.Wake();
                await ReportAsync(stoppingToken);
            }
        }
        finally
        {
            desks.Changed -= Look;
        }
    }

    private void Look() => _changed.Writer.TryWrite(true);

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var channel in channels.All.Where(PassingEvents.Concerns).Where(channel => channel.Row.State == ConnectionState.Connected))
            {
                // Whether there is a desk is added to it; what the platform said of itself stays.
                var detail = channel.Row.Detail == CannotRelayException.NoDesk ? null : channel.Row.Detail;
                await states.ReportAsync(channel.Row.Id, ConnectionReport.Connected with { Detail = detail }, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException) // the next change, or the next check, says it again
        {
            logger.DesksNotReported(exception);
        }
    }
}

using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Rozmova.Workspace.Telemetry;

namespace Rozmova.Workspace.Live;

/// <summary>How many sockets are open.</summary>
internal sealed class LiveMetrics(IMeterFactory meters, LiveFeed feed) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(MeterNames.Rozmova).CreateObservableUpDownCounter(
            "rozmova.live.connections", () => feed.Listeners, description: "Sockets on the live feed.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace Rozmova.Workspace.Telemetry;

/// <summary>Listens to our own instruments and those of the server and the runtime that tell how the program is, from its start on.</summary>
internal sealed class MetricsListener : IHostedService, IDisposable
{
    private static readonly HashSet<string> Meters =
    [
        MeterNames.Rozmova, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics",
    ];

    private readonly IMeterFactory _ours;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, Metric> _metrics = [];
    private readonly Lock _reading = new();

    public MetricsListener(IMeterFactory ours)
    {
        _ours = ours;
        _listener.InstrumentPublished = (instrument, _) => Listen(instrument);
        _listener.SetMeasurementEventCallback<long>((_, value, tags, metric) => ((Metric)metric!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, metric) => ((Metric)metric!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, metric) => ((Metric)metric!).Record(value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything as it stands, in the text form of Prometheus.</summary>
    public string Write()
    {
        lock (_reading)
        {
            foreach (var metric in _metrics.Values.Where(metric => metric.Instrument.IsObservable))
            {
                metric.Forget();
            }

            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_metrics.Values.OrderBy(metric => metric.Instrument.Name, StringComparer.Ordinal));
        }
    }

    private void Listen(Instrument instrument)
    {
        if (IsWanted(instrument))
        {
            _listener.EnableMeasurementEvents(instrument, _metrics.GetOrAdd(instrument, wanted => new Metric(wanted)));
        }
    }

    // Of the runtime only what costs nothing until somebody asks. A meter of another program in this process has another factory.
    private bool IsWanted(Instrument instrument) =>
        (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, _ours))
        && (Meters.Contains(instrument.Meter.Name) || (instrument.Meter.Name == "System.Runtime" && instrument.IsObservable));
}

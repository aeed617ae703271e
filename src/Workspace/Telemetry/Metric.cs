using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Rozmova.Workspace.Telemetry;

/// <summary>How Prometheus reads a metric.</summary>
internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One instrument with all its series, a series for each set of tags.</summary>
internal sealed class Metric
{
    /// <summary>Series of one metric at most: tags have few values here, so more is a mistake, and it may not cost memory.</summary>
    private const int MostSeries = 1000;

    private static readonly KeyValuePair<string, object?>[] Overflow = [new("otel.metric.overflow", "true")];

    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _series = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private readonly bool _adds;

    public Metric(Instrument instrument)
    {
        Instrument = instrument;
        var type = instrument.GetType().GetGenericTypeDefinition();
        Kind = type == typeof(Histogram<>) ? MetricKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
        _adds = type == typeof(Counter<>) || type == typeof(UpDownCounter<>);
        _lookup = _series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public Instrument Instrument { get; }

    public MetricKind Kind { get; }

    public IEnumerable<KeyValuePair<KeyValuePair<string, object?>[], Series>> Series => _series;

    /// <summary>Takes a measurement. HOT: several for each request; allocates only for tags it never saw.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!_lookup.TryGetValue(tags, out var series))
        {
            series = _series.GetOrAdd(_series.Count < MostSeries ? tags.ToArray() : Overflow, _ => new Series(Kind));
        }

        series.Record(value, _adds);
    }

    /// <summary>Forgets what was observed, so that a series nobody reports any more is gone.</summary>
    public void Forget() => _series.Clear();
}

namespace Rozmova.Workspace.Telemetry;

/// <summary>The numbers of one metric under one set of tags.</summary>
internal sealed class Series(MetricKind kind)
{
    /// <summary>Upper bounds for durations in seconds, those OpenTelemetry advises.</summary>
    public static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Lock _gate = new();
    private readonly long[] _buckets = kind == MetricKind.Histogram ? new long[Bounds.Length + 1] : [];
    private double _value;

    /// <param name="value">What was measured.</param>
    /// <param name="adds">Whether it counts on top of what there is, or replaces it. A histogram always sums up.</param>
    public void Record(double value, bool adds)
    {
        lock (_gate)
        {
            _value = adds || kind == MetricKind.Histogram ? _value + value : value;
            if (kind == MetricKind.Histogram)
            {
                var place = Array.BinarySearch(Bounds, value);
                _buckets[place < 0 ? ~place : place]++;
            }
        }
    }

    /// <summary>The value, or the sum of a histogram, with how many fell into each bucket; the last is for what is above all bounds.</summary>
    public (double Value, long[] Buckets) Read()
    {
        lock (_gate)
        {
            return (_value, [.. _buckets]);
        }
    }
}

using System.Globalization;
using System.Text;

namespace Rozmova.Workspace.Telemetry;

/// <summary>The text form of Prometheus, version 0.0.4: dots become underscores, the unit is a suffix, counters end in <c>_total</c>.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
        {
            Write(text, metric);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Metric metric)
    {
        var name = NameOf(metric);
        if (metric.Instrument.Description is { Length: > 0 } description)
        {
            text.Append("# HELP ").Append(name).Append(' ').Append(Escape(description)).Append('\n');
        }

        text.Append("# TYPE ").Append(name).Append(' ').Append(KindOf(metric.Kind)).Append('\n');
        foreach (var (tags, series) in metric.Series)
        {
            var labels = string.Join(',', tags.Select(tag => Label(tag.Key, tag.Value)));
            var (value, buckets) = series.Read();
            if (metric.Kind == MetricKind.Histogram)
            {
                Write(text, name, labels, value, buckets);
            }
            else
            {
                Line(text, name, labels, value);
            }
        }
    }

    private static void Write(StringBuilder text, string name, string labels, double sum, long[] buckets)
    {
        var count = 0L;
        for (var index = 0; index < buckets.Length; index++)
        {
            count += buckets[index];
            var bound = index < Series.Bounds.Length ? Series.Bounds[index] : double.PositiveInfinity;
            Line(text, name + "_bucket", string.Join(',', [.. labels.Length == 0 ? (string[])[] : [labels], Label("le", Number(bound))]), count);
        }

        Line(text, name + "_sum", labels, sum);
        Line(text, name + "_count", labels, count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string NameOf(Metric metric)
    {
        var name = Plain(metric.Instrument.Name);
        var unit = metric.Instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return name + unit + (metric.Kind == MetricKind.Counter ? "_total" : "");
    }

    private static string KindOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };

    private static string Label(string key, object? value) =>
        $"{Plain(key)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}

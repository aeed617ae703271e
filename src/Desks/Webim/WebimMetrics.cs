using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rozmova.Workspace.Telemetry;

namespace Rozmova.Desks.Webim;

/// <summary>What came from Webim and went nowhere.</summary>
internal static class WebimMetrics
{
    private static readonly Meter Meter = new(MeterNames.Rozmova);
    private static readonly Counter<long> Unknown = Meter.CreateCounter<long>("rozmova.webim.unknown_visitors");
    private static readonly Counter<long> NotForCustomers = Meter.CreateCounter<long>("rozmova.webim.ignored");

    public static void VisitorUnknown() => Unknown.Add(1);

    /// <summary>By kind; those Webim does not document are one, as anything could stand there.</summary>
    public static void Ignored(string kind) =>
        NotForCustomers.Add(1, new TagList { { "kind", WebimKinds.IsForNobody(kind) ? kind : "unknown" } });
}

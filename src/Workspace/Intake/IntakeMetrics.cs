using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rozmova.Workspace.Telemetry;

namespace Rozmova.Workspace.Intake;

/// <summary>What came of the requests that platforms and pollers brought.</summary>
internal sealed class IntakeMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _requests = meters.Create(MeterNames.Rozmova).CreateCounter<long>(
        "rozmova.intake.requests", description: "Requests platforms brought, by platform and what came of them.");

    /// <summary>Its events are durable.</summary>
    public void Stored(string platform) => Count(platform, "stored");

    /// <summary>It is readable and holds nothing for us.</summary>
    public void Ignored(string platform) => Count(platform, "ignored");

    /// <summary>It was put away for an admin.</summary>
    public void Quarantined(string platform) => Count(platform, "quarantined");

    /// <summary>It was turned away; the platform is null when it was for no channel of ours.</summary>
    public void Refused(string? platform) => Count(platform ?? "none", "refused");

    private void Count(string platform, string outcome) =>
        _requests.Add(1, new TagList { { "platform", platform }, { "outcome", outcome } });
}

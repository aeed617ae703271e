namespace Rozmova.Simulators.WhatsApp;

/// <summary>How a simulated WhatsApp behaves; every default suits a test.</summary>
public sealed record WhatsAppSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Message ids start above it. A simulator that is to carry on where an earlier one stopped takes a number that grows, for ids that
    /// come again are repeats.
    /// </summary>
    public long FirstMessage { get; init; }

    /// <summary>
    /// Tells by itself that a message was sent and delivered, as the real one does. Default: only when a customer is told to.
    /// </summary>
    public bool ReportsStatuses { get; init; }

    /// <summary>The wait between two tries of one webhook delivery. Default: a tenth of a second.</summary>
    public TimeSpan RetryWait { get; init; } = TimeSpan.FromMilliseconds(100);
}

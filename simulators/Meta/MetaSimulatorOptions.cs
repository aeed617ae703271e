namespace Rozmova.Simulators.Meta;

/// <summary>How a simulated Meta behaves; every default suits a test.</summary>
public sealed record MetaSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Message ids start above it. A simulator that is to carry on where an earlier one stopped takes a number that grows, for ids that
    /// come again are repeats.
    /// </summary>
    public int FirstNumber { get; init; }

    /// <summary>Whether what an account sends comes back to its webhook, as it does where the field is subscribed. Default: on.</summary>
    public bool Echoes { get; init; } = true;

    /// <summary>The wait between two tries of one webhook delivery. Default: a tenth of a second.</summary>
    public TimeSpan RetryWait { get; init; } = TimeSpan.FromMilliseconds(100);
}

namespace Rozmova.Simulators.Viber;

/// <summary>How a simulated Viber behaves; every default suits a test.</summary>
public sealed record ViberSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Message tokens start above it. A simulator that is to carry on where an earlier one stopped takes a number that grows, for
    /// tokens that come again are repeats.
    /// </summary>
    public long FirstToken { get; init; } = 5_741_311_803_571_721_000;

    /// <summary>Keeps 100 messages an hour to a silent customer and two look-ups of a person in twelve hours. Default: off.</summary>
    public bool RateLimits { get; init; }

    /// <summary>Every message is reported as delivered at once, as phones do. Default: off, the customer's acts say when.</summary>
    public bool ReportsDelivery { get; init; }

    /// <summary>The first wait between two tries of one callback; each further one is twice as long. Default: a second.</summary>
    public TimeSpan FirstRetryWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a webhook may take to answer. Default: five seconds.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(5);
}

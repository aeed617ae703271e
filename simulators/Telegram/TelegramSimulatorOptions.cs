namespace Rozmova.Simulators.Telegram;

/// <summary>How a simulated Telegram behaves; every default suits a test.</summary>
public sealed record TelegramSimulatorOptions : SimulatorOptions
{
    /// <summary>
    /// Update and message ids start above it, plus the fixed start of each. Default: 0. A simulator that is to carry on where an
    /// earlier one stopped takes a number that grows, for ids that come again are repeats.
    /// </summary>
    public int FirstNumber { get; init; }

    /// <summary>Keeps 30 messages a second per bot, one a second per chat and 20 a minute per group, as the real one does. Default: off.</summary>
    public bool RateLimits { get; init; }

    /// <summary>How many messages a chat remembers before the oldest is forgotten. Default: 1,000.</summary>
    public int MessagesPerChat { get; init; } = 1_000;

    /// <summary>The longest wait between two tries of one webhook delivery. Default: a minute.</summary>
    public TimeSpan LongestRetryWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a webhook may take to answer. Default: a minute.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(60);
}

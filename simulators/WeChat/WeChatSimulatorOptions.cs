namespace Rozmova.Simulators.WeChat;

/// <summary>How a simulated WeChat behaves; every default suits a test.</summary>
public sealed record WeChatSimulatorOptions : SimulatorOptions
{
    /// <summary>Message ids start above it. Default: one of the size that WeChat's have, beyond what a double holds.</summary>
    public long FirstMessageId { get; init; } = 24_567_890_123_456_800;

    /// <summary>How long an access token lasts. Default: two hours.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long a push may take to be answered. Default: five seconds.</summary>
    public TimeSpan PushTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a push is made in all. Default: four times.</summary>
    public int PushAttempts { get; init; } = 4;

    /// <summary>Answers allowed to one message of a follower's. Default: 5.</summary>
    public int AnswersPerMessage { get; init; } = 5;
}

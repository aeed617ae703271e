namespace Rozmova.Simulators;

/// <summary>What all simulators let one choose; every default suits a test.</summary>
public abstract record SimulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How many calls are remembered in full; 0 keeps only their counts. Default: 10,000.</summary>
    public int RecordedCalls { get; init; } = 10_000;
}

namespace Rozmova.Bench;

/// <summary>How much of a benchmark to run.</summary>
internal sealed record LoadOptions
{
    /// <summary>sqlite or postgres.</summary>
    public required string Store { get; init; }

    public required int Connections { get; init; }

    /// <summary>Length of a round.</summary>
    public required TimeSpan Duration { get; init; }

    public required int Rounds { get; init; }

    public required int Sockets { get; init; }

    public required int Chats { get; init; }

    public required int Messages { get; init; }
}

namespace Rozmova.Testing.Conformance;

/// <summary>One message of ours as it stands on the customer's screen. A platform fills in what its messages have.</summary>
public sealed record Received(string Type)
{
    /// <summary>The text, or a file's caption.</summary>
    public string Text { get; init; } = "";

    /// <summary>The bytes of a file, fetched as the platform fetches them.</summary>
    public Func<Task<byte[]>>? Open { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Phone { get; init; }

    /// <summary>The labels of buttons or menu items.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>The text of the message it answers.</summary>
    public string? Answers { get; init; }
}
